package io.frontdesk.local.cli;

import java.util.List;
import java.util.concurrent.Callable;

import io.frontdesk.local.mail.MailClient;
import io.frontdesk.local.mail.ReceivedMail;
import io.frontdesk.local.stack.LocalStack;
import jakarta.mail.MessagingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "inbox", description = "Shows someone's mailbox, newest mail last.")
final class InboxCommand implements Callable<Integer> {

	@Parameters(paramLabel = "ADDRESS", description = "Anyone's, such as carol@example.com.")
	private String address = "";

	@Option(names = "--folder", defaultValue = "INBOX", description = "Another folder, such as Processed.")
	private String folder = "INBOX";

	@Override
	public Integer call() {
		MailClient client = MailCommand.clientOf(LocalStack.fromEnvironment());
		try {
			List<ReceivedMail> mails = client.read(this.address, this.folder);
			if (mails.isEmpty()) {
				System.out.printf("no mail for %s yet%n", this.address);
			}
			for (int i = 0; i < mails.size(); i++) {
				System.out.printf("── %d of %d ──%n%s%n", i + 1, mails.size(), mails.get(i).readable());
			}
			return 0;
		} catch (MessagingException ex) {
			System.err.println("Not read: " + ex.getMessage() + ". Is Frontdesk up? (./frontdesk status)");
			return 1;
		}
	}

}
