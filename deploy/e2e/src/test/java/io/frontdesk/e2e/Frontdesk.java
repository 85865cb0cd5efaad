package io.frontdesk.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;

import io.frontdesk.local.keycloak.Tokens;
import io.frontdesk.local.mail.Letter;
import io.frontdesk.local.mail.MailClient;
import io.frontdesk.local.mail.ReceivedMail;
import io.frontdesk.local.process.StartOutcome;
import io.frontdesk.local.stack.Home;
import io.frontdesk.local.stack.LocalStack;
import io.frontdesk.local.stack.Ports;
import io.frontdesk.local.stack.Project;

/** The stack that all tests share, on free ports, with a new home; stopped when the JVM ends. */
final class Frontdesk {

	static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final Pattern TICKET_ID = Pattern.compile("ticket id is (\\d{7,})");

	private static final Duration TOKEN_IS_GOOD = Duration.ofMinutes(2);

	private static final LocalStack STACK = started();

	private static @Nullable Api root;

	private static Instant rootLoggedIn = Instant.EPOCH;

	private Frontdesk() {}

	private static LocalStack started() {
		var home = Path.of("target", "stack").toAbsolutePath();
		var stack = new LocalStack(Project.found(), new Home(home), Ports.free());
		stack.wipe();
		Runtime.getRuntime().addShutdownHook(new Thread(stack::stop));
		up(stack);
		return stack;
	}

	private static void up(LocalStack stack) {
		var failed = stack.start().stream().filter(outcome -> !outcome.isUp()).map(StartOutcome::explanation).toList();
		if (!failed.isEmpty()) {
			throw new IllegalStateException(String.join(System.lineSeparator(), failed));
		}
	}

	static LocalStack stack() {
		return STACK;
	}

	static void restart() {
		STACK.stop();
		up(STACK);
	}

	/**
	 * One at a time: Keycloak takes two logins of a user at once for somebody who guesses passwords.
	 *
	 * @param user one of the demo logins
	 */
	static synchronized Api api(String user) {
		try {
			return switch (new Tokens(STACK.issuer()).forPassword(user, "frontdesk")) {
				case Tokens.Answer.Granted(var token) -> new Api(STACK.url(), Optional.of(token));
				case Tokens.Answer.Refused(var reason) -> throw new IllegalStateException(reason);
			};
		} catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A super admin, for the next minutes: some tests last longer than a token. */
	static synchronized Api root() {
		if (root == null || rootLoggedIn.plus(TOKEN_IS_GOOD).isBefore(Instant.now())) {
			rootLoggedIn = Instant.now();
			root = api("root@frontdesk.test");
		}
		return root;
	}

	static Api apiOfNobody() {
		return new Api(STACK.url(), Optional.empty());
	}

	/** Writes to the support address; answers the Message-ID. */
	static String mail(String from, String subject, String body) {
		return mail(new Letter(from, STACK.supportAddress(), subject, body, List.of(),
				Optional.of("<%s@example.org>".formatted(UUID.randomUUID())), Optional.empty(), List.of()));
	}

	static String mail(Letter letter) {
		try {
			return mailClient().send(letter);
		} catch (MessagingException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Lays a mail into the support mailbox, byte by byte; answers its UID. */
	static long append(byte[] raw) throws MessagingException {
		return mailClient().append(STACK.supportAddress(), raw);
	}

	/** Lays mails into the support mailbox by one command; answers their UIDs. */
	static List<Long> appendTogether(List<byte[]> raw) throws MessagingException {
		return mailClient().appendTogether(STACK.supportAddress(), raw);
	}

	static SMTPMessage compose(Letter letter) {
		try {
			return mailClient().compose(letter);
		} catch (MessagingException | IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static void start(String server) {
		var outcome = STACK.start(server);
		if (!outcome.isUp()) {
			throw new IllegalStateException(outcome.explanation());
		}
	}

	static List<ReceivedMail> inbox(String address) {
		try {
			return mailClient().inbox(address);
		} catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static ReceivedMail awaitMail(String address, Predicate<ReceivedMail> wanted) {
		return await().atMost(PATIENCE)
				.pollInterval(Duration.ofMillis(200))
				.until(() -> inbox(address).stream().filter(wanted).findFirst(), Optional::isPresent)
				.orElseThrow();
	}

	static long ticketIn(ReceivedMail reply) {
		var matcher = TICKET_ID.matcher(reply.text());
		if (!matcher.find()) {
			throw new AssertionError("No ticket id in: " + reply.text());
		}
		return Long.parseLong(matcher.group(1));
	}

	private static MailClient mailClient() {
		return new MailClient(STACK.ports().of(Ports.Name.SMTP), STACK.ports().of(Ports.Name.IMAP));
	}

}
