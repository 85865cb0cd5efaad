package io.frontdesk.notification.outbound.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import io.frontdesk.events.blobs.Blobs;
import io.frontdesk.events.reference.SignedReferences;
import io.frontdesk.notification.NotificationServiceTest;
import io.frontdesk.notification.ScriptedSmtp;
import io.frontdesk.notification.outbound.Kind;
import io.frontdesk.notification.outbound.MailServer.Answer;
import io.frontdesk.notification.outbound.OutboundSettings;
import io.frontdesk.notification.outbound.OutboundSettings.Connection;
import io.frontdesk.notification.outbound.OutboundSettings.Security;
import io.frontdesk.notification.outbound.OutgoingMail;

class SmtpServerTests {

	private static final String PASSWORD = "changeit";

	@TempDir
	private Path folder;

	private @Nullable ScriptedSmtp server;

	private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

	@BeforeEach
	void listen() throws Exception {
		listen(null);
	}

	private ScriptedSmtp listen(@Nullable SSLContext tls) throws IOException {
		stop();
		var started = new ScriptedSmtp(tls);
		this.server = started;
		this.sender.setHost("localhost");
		this.sender.setPort(started.port());
		this.sender.getJavaMailProperties()
				.putAll(Map.of("mail.smtp.timeout", "10000", "mail.smtp.connectiontimeout", "10000"));
		return started;
	}

	@AfterEach
	void stop() throws IOException {
		if (this.server != null) {
			this.server.close();
		}
	}

	@Test
	void weGreetByTheDomainOfOurAddressOrTheNameThatIsSet() throws Exception {
		var server = listen(null);
		assertThat(send(connection(Security.OFFERED, null, null), "dora@example.org")).isEqualTo(new Answer.Taken());
		assertThat(send(connection(Security.OFFERED, null, "out.example.net"), "dora@example.org"))
				.isEqualTo(new Answer.Taken());
		assertThat(server.commands("EHLO")).containsExactly("EHLO frontdesk.test", "EHLO out.example.net");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			GREETING | 554 5.7.1 Go away         | takes no connection of this machine. The server said: 554 5.7.1 Go away
			EHLO     | 550 Who are you           | FRONTDESK_OUTBOUND_CONNECTION_EHLONAME
			AUTH     | 535 5.7.8 Bad credentials | refuses our login: check SPRING_MAIL_USERNAME and SPRING_MAIL_PASSWORD
			MAIL     | 530 5.7.0 Must issue STARTTLS | wants TLS
			MAIL     | 530 5.7.57 Not authenticated  | wants a login
			MAIL     | 553 5.7.1 Not owned by user   | FRONTDESK_OUTBOUND_ADDRESS
			RCPT     | 554 5.7.1 Client host rejected | 554 5.7.1 Client host rejected
			GREETING | ''                        | broke the connection before it said anything
			MAIL     | 421 4.3.2 Closing         | takes no mail for now. The server said: 421 4.3.2 Closing""")
	void noOfAServerToUsSaysWhatToDo(String verb, String answer, String words) throws Exception {
		var server = listen(null);
		server.offer("AUTH PLAIN");
		server.answer(verb, answer);
		if (verb.equals("EHLO")) {
			server.answer("HELO", answer);
		}
		if (verb.equals("AUTH")) {
			this.sender.setUsername("support");
			this.sender.setPassword("secret");
		}
		assertThat(send(connection(Security.NONE, null, null), "dora@example.org"))
				.isInstanceOfSatisfying(Answer.WeRefused.class,
						refused -> assertThat(refused.why()).contains(words).doesNotContain("secret"));
	}

	@ParameterizedTest
	@CsvSource({"550 5.1.1 Nobody", "554 5.2.2 Full"})
	void noThatIsFollowedByAHangUpIsHeardAllTheSame(String no) throws Exception {
		var server = listen(null);
		server.answer("CONTENT", no);
		server.answer("RSET", "");
		assertThat(send(connection(Security.OFFERED, null, null), "dora@example.org"))
				.isInstanceOfSatisfying(Answer.RecipientRefused.class,
						refused -> assertThat(refused.why()).isEqualTo(no));
	}

	@Test
	void serverThatBreaksOffWhileAMailIsSentIsNotAskedToTakeAllOthersFirst() throws Exception {
		listen(null).answer("CONTENT", "");
		assertThat(send(connection(Security.OFFERED, null, null), "dora@example.org"))
				.isInstanceOfSatisfying(Answer.Deferred.class,
						deferred -> assertThat(deferred.why()).contains("while the mail was sent"));
	}

	@Test
	void unknownHostClosedPortAndMissingTlsAreSaidInWords() throws Exception {
		assertThat(why(Security.TLS)).contains("does not begin with TLS", "starttls");
		assertThat(why(Security.STARTTLS)).contains("offers no TLS");
		try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			this.sender.setPort(free.getLocalPort());
		}
		assertThat(why(Security.OFFERED)).contains("Nobody answers at localhost:");
		this.sender.setHost("no-such-host.invalid");
		assertThat(why(Security.OFFERED)).contains("There is no mail server no-such-host.invalid");
	}

	@Test
	void passwordIsNotSentInTheClearUnlessWeAreToldSo() throws Exception {
		var server = listen(null);
		server.offer("AUTH PLAIN");
		this.sender.setUsername("support");
		this.sender.setPassword("secret");
		assertThat(why(Security.OFFERED)).contains("offers no TLS, so no password is sent");
		assertThat(server.commands("AUTH")).isEmpty();
		assertThat(send(connection(Security.NONE, null, null), "dora@example.org")).isEqualTo(new Answer.Taken());
		assertThat(server.commands("AUTH")).hasSize(1);
	}

	@Test
	void offeredTlsIsUsedAndItsCertificateMustBeTrusted() throws Exception {
		var server = listen(tls("localhost"));
		assertThat(why(Security.OFFERED)).contains("signed by nobody we trust", "FRONTDESK_OUTBOUND_CONNECTION_CAFILE");
		assertThat(server.commands("MAIL")).isEmpty();
		assertThat(send(connection(Security.OFFERED, this.folder.resolve("ca.pem"), null), "dora@example.org"))
				.isEqualTo(new Answer.Taken());
		assertThat(server.commands("STARTTLS")).hasSize(2);
	}

	@Test
	void certificateForAnotherNameIsRefused() throws Exception {
		listen(tls("other.example.org"));
		assertThat(send(connection(Security.OFFERED, this.folder.resolve("ca.pem"), null), "dora@example.org"))
				.isInstanceOfSatisfying(Answer.WeRefused.class,
						refused -> assertThat(refused.why()).contains("for other names than localhost"));
	}

	@Test
	void domainsGoAsALabelsAndLocalPartsBySmtpUtf8WhereItIsOffered() throws Exception {
		var server = listen(null);
		assertThat(send(connection(Security.OFFERED, null, null), "dora@straße.example"))
				.isEqualTo(new Answer.Taken());
		assertThat(server.commands("RCPT")).containsExactly("RCPT TO:<dora@xn--strae-oqa.example>");
		assertThat(server.commands("MAIL")).noneMatch(command -> command.contains("SMTPUTF8"));
		assertThat(send(connection(Security.OFFERED, null, null), "dörte@straße.example"))
				.isInstanceOfSatisfying(Answer.RecipientRefused.class,
						refused -> assertThat(refused.why()).contains("does not offer SMTPUTF8"));
		server.offer("SMTPUTF8", "8BITMIME");
		assertThat(send(connection(Security.OFFERED, null, null), "dörte@straße.example"))
				.isEqualTo(new Answer.Taken());
		assertThat(server.commands("RCPT")).contains("RCPT TO:<dörte@xn--strae-oqa.example>");
		assertThat(server.commands("MAIL").getLast()).endsWith("SMTPUTF8");
		assertThat(server.commands("> To:")).contains("> To: dörte@xn--strae-oqa.example");
	}

	@Test
	void automaticMailHasNoReturnPathUnlessTheServerDoesNotTakeThat() throws Exception {
		var server = listen(null);
		send(connection(Security.OFFERED, null, null), Kind.CREATED, "dora@example.org");
		send(new Connection(Security.OFFERED, null, null, false, 100, Duration.ofSeconds(20)), Kind.CREATED,
				"dora@example.org");
		send(connection(Security.OFFERED, null, null), Kind.REPLY, "dora@example.org");
		assertThat(server.commands("MAIL")).containsExactly("MAIL FROM:<>", "MAIL FROM:<support@frontdesk.test>",
				"MAIL FROM:<support@frontdesk.test>");
	}

	private String why(Security security) throws Exception {
		var answer = send(connection(security, null, null), "dora@example.org");
		assertThat(answer).isInstanceOf(Answer.WeRefused.class);
		return ((Answer.WeRefused) answer).why();
	}

	private static Connection connection(Security security, @Nullable Path caFile, @Nullable String name) {
		return new Connection(security, caFile, name, true, 100, Duration.ofSeconds(20));
	}

	private Answer send(Connection connection, String recipient) {
		return send(connection, Kind.REPLY, recipient);
	}

	private Answer send(Connection connection, Kind kind, String recipient) {
		var settings = new OutboundSettings("support@frontdesk.test", List.of(), "Frontdesk", 1, null,
				Duration.ofDays(5), connection);
		var sessions = new SmtpSessions(this.sender, settings);
		var connections = new SmtpConnections(this.sender, sessions, settings, InstantSource.system());
		var blobs = new Blobs(this.folder);
		var mails = new MimeMails(settings, new SignedReferences(NotificationServiceTest.KEY),
				blobs, InstantSource.system());
		try {
			return new SmtpServer(connections, sessions, mails, this.sender, settings, InstantSource.system())
					.send(new OutgoingMail(kind, 2233444, recipient, recipient, List.of(), "Subject", "Text",
							null, "<%s@frontdesk.test>".formatted(UUID.randomUUID()), null, List.of(), List.of()));
		} finally {
			connections.closeAll();
		}
	}

	/** With a certificate of its own making, which lies in ca.pem. */
	private SSLContext tls(String name) throws Exception {
		var file = this.folder.resolve("server.p12");
		var made = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=" + name, "-ext", "san=dns:" + name,
				"-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD, "-validity", "30")
				.redirectErrorStream(true).start();
		made.getInputStream().readAllBytes();
		assertThat(made.waitFor()).isZero();
		var store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
		Files.writeString(this.folder.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
				.formatted(Base64.getMimeEncoder().encodeToString(store.getCertificate("server").getEncoded())));
		var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
		keys.init(store, PASSWORD.toCharArray());
		var context = SSLContext.getInstance("TLS");
		context.init(keys.getKeyManagers(), null, null);
		return context;
	}

}
