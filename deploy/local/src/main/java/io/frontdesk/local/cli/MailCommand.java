package io.frontdesk.local.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import io.frontdesk.local.mail.Letter;
import io.frontdesk.local.mail.MailClient;
import io.frontdesk.local.stack.LocalStack;
import io.frontdesk.local.stack.Ports;
import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "mail", description = "Sends a mail to the support address and prints its Message-ID.")
final class MailCommand implements Callable<Integer> {

	@Option(names = "--from", required = true, paramLabel = "ADDRESS", description = "Who writes.")
	private String from = "";

	@Option(names = "--to", paramLabel = "ADDRESS", description = "The support address when left out.")
	private @Nullable String to;

	@Option(names = "--subject", required = true, paramLabel = "TEXT")
	private String subject = "";

	@Option(names = "--body", paramLabel = "TEXT", description = "Empty when left out.")
	private String body = "";

	@Option(names = "--attach", paramLabel = "FILE", description = "May be given several times.")
	private List<Path> attachments = List.of();

	@Option(names = "--message-id", paramLabel = "ID", description = "A new one when left out.")
	private @Nullable String messageId;

	@Option(names = "--in-reply-to", paramLabel = "ID", description = "The Message-ID that is answered.")
	private @Nullable String inReplyTo;

	@Option(names = "--header", paramLabel = "'NAME: VALUE'", description = "May be given several times.")
	private List<String> headers = List.of();

	@Override
	public Integer call() throws Exception {
		for (Path file : this.attachments) {
			if (!Files.isReadable(file)) {
				System.err.println("There is no file " + file);
				return 2;
			}
		}
		LocalStack stack = LocalStack.fromEnvironment();
		Letter letter = new Letter(this.from, Optional.ofNullable(this.to).orElse(stack.supportAddress()), this.subject,
				this.body, this.attachments, Optional.ofNullable(this.messageId), Optional.ofNullable(this.inReplyTo),
				this.headers.stream().map(Letter.Header::parse).toList());
		try {
			System.out.println(clientOf(stack).send(letter));
			return 0;
		} catch (MessagingException ex) {
			System.err.println("Not sent: " + ex.getMessage() + ". Is Frontdesk up? (./frontdesk status)");
			return 1;
		}
	}

	static MailClient clientOf(LocalStack stack) {
		return new MailClient(stack.ports().of(Ports.Name.SMTP), stack.ports().of(Ports.Name.IMAP));
	}

}
