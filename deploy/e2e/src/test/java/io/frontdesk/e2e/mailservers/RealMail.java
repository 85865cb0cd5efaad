package io.frontdesk.e2e.mailservers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;

import io.frontdesk.local.mail.Letter;
import io.frontdesk.local.mail.MailClient;
import io.frontdesk.local.mail.ReceivedMail;
import io.frontdesk.local.process.RunDirectory;
import io.frontdesk.local.process.Server;
import io.frontdesk.local.process.ServerProcess;

/** Dovecot and Postfix, what Frontdesk is to be told of them, and people who use them. */
final class RealMail implements AutoCloseable {

	static final String SUPPORT = "support@frontdesk.test";

	private static final int HOST_PATIENCE_MILLIS = 20_000;

	private final Certificate certificate;

	private final Dovecot dovecot;

	private final Postfix postfix;

	private final List<ServerProcess> processes;

	private RealMail(Certificate certificate, Dovecot dovecot, Postfix postfix, RunDirectory run) {
		this.certificate = certificate;
		this.dovecot = dovecot;
		this.postfix = postfix;
		this.processes = Stream.<Server>of(dovecot, postfix).map(server -> new ServerProcess(server, run)).toList();
	}

	/**
	 * @param capabilities of IMAP, empty for all that Dovecot has
	 * @param delimiter of Postfix, empty for none
	 */
	static RealMail started(Path home, String capabilities, String delimiter)
			throws IOException, InterruptedException {
		var certificate = Certificate.in(home);
		var dovecot = Dovecot.in(home.resolve("dovecot"), certificate, capabilities);
		var postfix = Postfix.in(home.resolve("postfix"), certificate, dovecot, delimiter);
		var mail = new RealMail(certificate, dovecot, postfix, new RunDirectory(home.resolve("run")));
		mail.processes.forEach(RealMail::start);
		return mail;
	}

	private static void start(ServerProcess process) {
		var outcome = process.start();
		if (!outcome.isUp()) {
			throw new IllegalStateException(outcome.explanation());
		}
	}

	/** The mailbox over TLS and the submission with STARTTLS and a login, as an operator sets them. */
	Map<String, Map<String, String>> settings() {
		var mailbox = "FRONTDESK_INTAKE_MAILBOXES_0_";
		var intake = Map.of(mailbox + "HOST", "localhost", mailbox + "PORT",
				Integer.toString(this.dovecot.imaps().number()), mailbox + "SECURITY", "tls", mailbox + "PASSWORD",
				Dovecot.PASSWORD, mailbox + "CAFILE", this.certificate.certificate().toString());
		var outbound = Map.of("SPRING_MAIL_HOST", "localhost", "SPRING_MAIL_PORT",
				Integer.toString(this.postfix.submission().number()), "SPRING_MAIL_USERNAME", SUPPORT,
				"SPRING_MAIL_PASSWORD", Dovecot.PASSWORD, "FRONTDESK_OUTBOUND_CONNECTION_CAFILE",
				this.certificate.certificate().toString());
		return Map.of("mail-ingest-service", intake, "notification-service", outbound);
	}

	void restartDovecot() {
		var process = this.processes.getFirst();
		process.stop();
		start(process);
	}

	void send(Letter letter) throws MessagingException, IOException {
		var message = new MailClient(this.postfix.smtp().number(), this.dovecot.imap().number()).compose(letter);
		Transport.send(message);
	}

	List<ReceivedMail> read(String address, String folderName) {
		try (Store store = session().getStore("imaps")) {
			store.connect("localhost", this.dovecot.imaps().number(), address, Dovecot.PASSWORD);
			var folder = store.getFolder(folderName);
			if (!folder.exists()) {
				return List.of();
			}
			folder.open(Folder.READ_ONLY);
			var mails = new ArrayList<ReceivedMail>();
			for (var message : folder.getMessages()) {
				mails.add(ReceivedMail.of((MimeMessage) message));
			}
			folder.close(false);
			return mails;
		} catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Session session() {
		var properties = new Properties();
		properties.put("mail.imaps.ssl.trust", "*");
		properties.put("mail.imaps.timeout", Integer.toString(HOST_PATIENCE_MILLIS));
		return Session.getInstance(properties);
	}

	@Override
	public void close() {
		this.processes.reversed().forEach(ServerProcess::stop);
	}

}
