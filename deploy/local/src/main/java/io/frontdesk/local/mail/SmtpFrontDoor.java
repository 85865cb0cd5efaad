package io.frontdesk.local.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpConnection;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.MailCommand;
import com.icegreen.greenmail.smtp.commands.RcptCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MailDateFormat;

/**
 * GreenMail's SMTP, which refuses the null return path of automatic mail and rewrites what it receives. Here a mail is
 * on disk, byte for byte, before it is accepted.
 */
final class SmtpFrontDoor extends SmtpServer {

	private final PostOffice office;

	SmtpFrontDoor(ServerSetup setup, PostOffice office) {
		super(setup, office);
		this.office = office;
	}

	@Override
	protected ProtocolHandler createProtocolHandler(Socket client) {
		Sockets.answerAtOnce(client);
		return new SmtpHandler(new Commands(this.office.getUserManager()), this.office.getSmtpManager(), client);
	}

	private static final class Commands extends SmtpCommandRegistry {

		private final Map<String, SmtpCommand> own;

		Commands(Mailboxes mailboxes) {
			this.own = Map.of("MAIL", new Mail(), "RCPT", new Rcpt(mailboxes), "DATA", new Data(mailboxes), "EHLO",
					new Ehlo());
		}

		@Override
		public SmtpCommand getCommand(String name) {
			SmtpCommand command = this.own.get(name);
			return (command != null) ? command : super.getCommand(name);
		}

	}

	private static final class Ehlo extends SmtpCommand {

		@Override
		public void execute(SmtpConnection connection, SmtpState state, SmtpManager manager, String line) {
			connection.setHeloName(line.substring(Math.min(5, line.length())));
			state.clearMessage();
			for (String feature : List.of("localhost", "8BITMIME", "SMTPUTF8", "SIZE 104857600",
					"AUTH PLAIN LOGIN XOAUTH2")) {
				connection.send("250-" + feature);
			}
			connection.send("250 ENHANCEDSTATUSCODES");
		}

	}

	private static final class Mail extends MailCommand {

		private static final String NULL_PATH = "MAIL FROM:<>";

		@Override
		public void execute(SmtpConnection connection, SmtpState state, SmtpManager manager, String line) {
			if (!line.replace(" ", "").toUpperCase(Locale.ROOT).startsWith(NULL_PATH.replace(" ", ""))) {
				super.execute(connection, state, manager, line);
				return;
			}
			state.clearMessagePreservingAuthenticationState();
			state.getMessage().setReturnPath(new MailAddress(""));
			connection.send("250 2.1.0 OK");
		}

	}

	/** In one domain nobody is known until they have opened their mailbox: somewhere a mail must be refused. */
	private static final class Rcpt extends RcptCommand {

		private static final Pattern REFUSED = Pattern.compile("RCPT TO:\\s*<([^>]*@refused\\.frontdesk\\.test)>.*",
				Pattern.CASE_INSENSITIVE);

		private final Mailboxes mailboxes;

		Rcpt(Mailboxes mailboxes) {
			this.mailboxes = mailboxes;
		}

		@Override
		public void execute(SmtpConnection connection, SmtpState state, SmtpManager manager, String line) {
			var refused = REFUSED.matcher(line);
			if (refused.matches() && !this.mailboxes.has(Mailboxes.mailboxOf(refused.group(1)))) {
				connection.send("550 5.1.1 Nobody here has this address");
			} else {
				super.execute(connection, state, manager, line);
			}
		}

	}

	private static final class Data extends SmtpCommand {

		/** What GreenMail's reader needs before the content to find the end of an empty one. */
		private static final byte[] LINE_END = {'\r', '\n'};

		private final Mailboxes mailboxes;

		Data(Mailboxes mailboxes) {
			this.mailboxes = mailboxes;
		}

		@Override
		public void execute(SmtpConnection connection, SmtpState state, SmtpManager manager, String line)
				throws IOException {
			MovingMessage envelope = state.getMessage();
			if (envelope.getReturnPath() == null || envelope.getToAddresses().isEmpty()) {
				connection.send("503 5.5.1 MAIL and RCPT first");
				return;
			}
			connection.send("354 End with <CRLF>.<CRLF>");
			byte[] content = read(connection);
			try {
				deliver(connection, envelope, content);
				connection.send("250 2.0.0 OK");
			} catch (RuntimeException ex) {
				this.log.error("Could not store a mail", ex);
				connection.send("451 4.3.0 could not be stored");
			}
			state.clearMessage();
		}

		private static byte[] read(SmtpConnection connection) throws IOException {
			ByteArrayOutputStream content = new ByteArrayOutputStream();
			try (var in = connection.dotLimitedInputStream(LINE_END)) {
				in.skipNBytes(LINE_END.length);
				in.transferTo(content);
			}
			content.writeBytes(LINE_END);
			return content.toByteArray();
		}

		/** Once into each mailbox, with all the recipients that led there. */
		private void deliver(SmtpConnection connection, MovingMessage envelope, byte[] content) {
			Map<String, TreeSet<String>> recipients = new LinkedHashMap<>();
			for (MailAddress recipient : envelope.getToAddresses()) {
				recipients.computeIfAbsent(Mailboxes.mailboxOf(recipient.getEmail()), _ -> new TreeSet<>())
						.add(recipient.getEmail());
			}
			Date now = new Date();
			String received = new MailDateFormat().format(now);
			recipients.forEach((mailbox, addresses) -> {
				StringBuilder trace = new StringBuilder();
				trace.append("Return-Path: <%s>\r\n".formatted(oneLine(envelope.getReturnPath().getEmail())));
				addresses.forEach(address -> trace.append("Delivered-To: %s\r\n".formatted(oneLine(address))));
				trace.append("Received: from %s (%s) by localhost with ESMTP; %s\r\n"
						.formatted(oneLine(connection.getHeloName()), connection.getClientAddress(), received));
				ByteArrayOutputStream mail = new ByteArrayOutputStream();
				mail.writeBytes(trace.toString().getBytes(StandardCharsets.UTF_8));
				mail.writeBytes(content);
				this.mailboxes.inboxOf(mailbox).append(mail.toByteArray(), MessageState.NEW, now);
			});
		}

		private static String oneLine(String value) {
			return String.valueOf(value).replaceAll("[\\r\\n]", "");
		}

	}

}
