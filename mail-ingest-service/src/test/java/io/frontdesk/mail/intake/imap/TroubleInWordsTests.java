package io.frontdesk.mail.intake.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;

import io.frontdesk.mail.intake.IntakeSettings.Mailbox;
import io.frontdesk.mail.intake.IntakeSettings.Mailbox.Security;

/** What is said of a server that can't be used: by what really happens on a socket where that can be made to happen. */
class TroubleInWordsTests {

	@TempDir
	private static Path directory;

	private static Certificate valid;

	private static Certificate expired;

	private static Certificate other;

	@BeforeAll
	static void makeCertificates() throws Exception {
		valid = Certificate.make(directory, "valid", "-ext", "san=dns:localhost,ip:127.0.0.1");
		other = Certificate.make(directory, "other", "-ext", "san=dns:imap.example.org");
		expired = Certificate.make(directory, "expired", "-ext", "san=dns:localhost,ip:127.0.0.1", "-startdate", "-30d",
				"-validity", "10");
	}

	@Test
	void hostThatIsNotThere() {
		assertThat(words("imap.frontdesk.invalid", 993, Security.TLS))
				.isEqualTo("There is no host imap.frontdesk.invalid. Check HOST, and the DNS of this machine");
	}

	@Test
	void portThatNobodyListensAt() throws IOException {
		int port;
		try (var socket = new ServerSocket(0)) {
			port = socket.getLocalPort();
		}
		for (var caFile : Arrays.asList(null, valid.pem())) {
			assertThat(words("localhost", port, Security.TLS, caFile))
					.startsWith("Nobody listens at localhost:%d. Check".formatted(port));
		}
	}

	@Test
	void certificateOfAnUnknownCaIsTrustedOnceItIsInTheCaFile() throws Exception {
		try (var server = ScriptedServer.withTls(valid, "* BYE Too many connections")) {
			assertThat(words("localhost", server.port(), Security.TLS)).isEqualTo(
					"The certificate of localhost is signed by nobody whom Frontdesk trusts. If it is of a CA of your own, name the CA's certificate in CAFILE");
			assertThat(words("localhost", server.port(), Security.TLS, valid.pem()))
					.startsWith("The server lets nobody more in: “Too many connections”");
		}
	}

	@Test
	void certificateThatHasEnded() throws Exception {
		try (var server = ScriptedServer.withTls(expired, "* OK ready")) {
			assertThat(words("localhost", server.port(), Security.TLS, expired.pem()))
					.isEqualTo("The certificate of localhost has ended. Have it renewed there");
		}
	}

	@Test
	void certificateForAnotherName() throws Exception {
		try (var server = ScriptedServer.withTls(other, "* OK ready")) {
			for (var host : List.of("localhost", "127.0.0.1")) {
				assertThat(words(host, server.port(), Security.TLS, other.pem())).isEqualTo(
						"The certificate of the server is for other names than %s. Set HOST to one that is in it, or have this one added"
								.formatted(host));
			}
		}
	}

	@Test
	void caFileThatIsNone() throws Exception {
		var empty = Files.writeString(directory.resolve("empty.pem"), "no certificate");
		var missing = directory.resolve("missing.pem");
		for (var file : List.of(empty, missing)) {
			assertThat(words("localhost", 1, Security.TLS, file))
					.startsWith("The file %s, named by CAFILE, has no certificates".formatted(file));
		}
	}

	@Test
	void serverThatDoesNotSpeakTlsFromTheFirstByte() throws Exception {
		try (var server = new ScriptedServer("* OK ready")) {
			assertThat(words("localhost", server.port(), Security.TLS)).isEqualTo(
					"localhost:%d does not speak TLS from the first byte. Set SECURITY to starttls, and PORT to 143"
							.formatted(server.port()));
		}
	}

	@Test
	void serverWithoutStarttls() throws Exception {
		try (var server = new ScriptedServer("* OK [CAPABILITY IMAP4rev1] ready")) {
			assertThat(words("localhost", server.port(), Security.STARTTLS)).isEqualTo(
					"localhost:%d offers no STARTTLS. Set SECURITY to tls, and PORT to 993".formatted(server.port()));
		}
	}

	@Test
	void serverThatTakesNoPasswordInTheClear() throws Exception {
		try (var server = new ScriptedServer("* OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED] ready")) {
			assertThat(words("localhost", server.port(), Security.NONE)).isEqualTo(
					"The server takes no password that is not encrypted. Set SECURITY to tls or starttls");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			NO [AUTHENTICATIONFAILED] Authentication failed. | The server refuses the login of dora: “[AUTHENTICATIONFAILED] Authentication failed.”. Check USERNAME and PASSWORD
			NO [ALERT] Application-specific password required | The server refuses the login of dora: “[ALERT] Application-specific password required”. Check USERNAME
			NO [UNAVAILABLE] Temporary authentication failure. | The server can't check logins at the moment: “[UNAVAILABLE] Temporary authentication failure.”. It is tried again
			NO [PRIVACYREQUIRED] Plaintext authentication disallowed | The server takes no password that is not encrypted
			NO [LIMIT] Too many simultaneous connections | The server lets nobody more in: “[LIMIT] Too many simultaneous connections”. Close other
			NO | The server refuses the login of dora: (it gave no reason). Check
			""")
	void loginThatIsRefused(String answer, String words) throws Exception {
		try (var server = new ScriptedServer("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] ready", answer)) {
			assertThat(words("localhost", server.port(), Security.NONE)).startsWith(words);
		}
	}

	@Test
	void serverThatSaysGoodbyeOrNothing() throws Exception {
		try (var bye = new ScriptedServer("* BYE Going down for maintenance");
				var full = new ScriptedServer(
						"* BYE [UNAVAILABLE] Maximum number of connections from user+IP exceeded");
				var mute = new ScriptedServer()) {
			assertThat(words("localhost", bye.port(), Security.NONE)).isEqualTo(
					"localhost:%d ended the connection: “Going down for maintenance”. It is tried again"
							.formatted(bye.port()));
			assertThat(words("localhost", full.port(), Security.NONE)).startsWith("The server lets nobody more in");
			assertThat(words("localhost", mute.port(), Security.NONE))
					.startsWith("The connection to localhost:%d broke.".formatted(mute.port()));
		}
		assertThat(TroubleInWords.of(mailbox("localhost", 993, Security.STARTTLS, null),
				new MessagingException("Read timed out", new SocketTimeoutException("Read timed out")))).isEqualTo(
						"localhost:993 says nothing. If it expects TLS from the first byte, as on port 993, set SECURITY to tls");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			invalid_grant | Token has been revoked. | let the owner of the mailbox give it again
			invalid_client | AADSTS7000222: The provided client secret keys are expired. | a secret may have ended
			invalid_scope | | OAUTH_SCOPES
			invalid_token_response | I/O error: null | OAUTH_TOKENURI
			""")
	void tokenThatIsNotGiven(String code, @Nullable String description, String advice) {
		var words = TroubleInWords.of(mailbox("localhost", 993, Security.TLS, null),
				new OAuth2AuthorizationException(new OAuth2Error(code, description, null)));
		assertThat(words).startsWith("No access token is given for dora: “").contains(advice);
		assertThat(words).contains((description != null) ? description : code);
	}

	@Test
	void serverIsCitedWithoutTheProtocolAndItsTimes() {
		assertThat(ServerWords.of("A7 NO [OVERQUOTA] Quota exceeded (mailbox for user is full) (0.001 + 0.000 secs)."))
				.isEqualTo("“[OVERQUOTA] Quota exceeded (mailbox for user is full)”");
		assertThat(ServerWords.of("* BYE Going down")).isEqualTo("“Going down”");
		assertThat(ServerWords.of("* BYE Bye (0.1%s secs).".formatted(" + 0.1".repeat(50_000)))).isEqualTo("“Bye”");
	}

	@Test
	void noWordsAreALibrarysOrNone() {
		var mailbox = mailbox("localhost", 993, Security.TLS, null);
		for (var failure : List.of(new MessagingException(), new IOException(), new IllegalStateException(),
				new AuthenticationFailedException(), new FolderNotFoundException(),
				new DataAccessResourceFailureException("x"), new MessagingException(null, new IOException()))) {
			assertThat(TroubleInWords.of(mailbox, failure)).as(failure.toString())
					.doesNotContain("null", "Exception", "java")
					.contains(". ");
		}
	}

	private static String words(String host, int port, Security security) {
		return words(host, port, security, null);
	}

	private static String words(String host, int port, Security security, @Nullable Path caFile) {
		var mailbox = mailbox(host, port, security, caFile);
		var failure = catchThrowableOfType(MessagingException.class, () -> ImapLogin.logIn(mailbox, "secret").close());
		assertThat(failure).isNotNull();
		var words = TroubleInWords.of(mailbox, failure);
		assertThat(words).doesNotContain("null", "Exception", "PKIX", "java");
		return words;
	}

	private static Mailbox mailbox(String host, int port, Security security, @Nullable Path caFile) {
		return new Mailbox("support@example.org", host, port, "dora", "secret", null, security, "INBOX", "Processed",
				null, null, caFile, false, List.of());
	}

}
