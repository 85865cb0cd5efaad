package io.frontdesk.e2e.mailservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import jakarta.mail.MessagingException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.frontdesk.e2e.Api;
import io.frontdesk.local.keycloak.Tokens;
import io.frontdesk.local.mail.Letter;
import io.frontdesk.local.mail.ReceivedMail;
import io.frontdesk.local.process.StartOutcome;
import io.frontdesk.local.stack.Home;
import io.frontdesk.local.stack.LocalStack;
import io.frontdesk.local.stack.Ports;
import io.frontdesk.local.stack.Project;

/** The story of a mail, from Postfix by Dovecot to a ticket and back. */
@Tag("mail-servers")
class DovecotAndPostfixIT {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final Path HOME = Path.of("target", "mail-servers").toAbsolutePath();

	private static RealMail mail;

	private static LocalStack stack;

	@BeforeAll
	static void start() throws IOException, InterruptedException {
		mail = RealMail.started(HOME.resolve("servers"), "", "+");
		stack = new LocalStack(Project.found(), new Home(HOME.resolve("stack")), Ports.free(), mail.settings());
		stack.wipe();
		assertThat(stack.start()).allSatisfy(outcome -> assertThat(outcome).matches(StartOutcome::isUp,
				outcome.explanation()));
	}

	@AfterAll
	static void stop() {
		stack.stop();
		mail.close();
	}

	@Test
	void clientWritesIsAnsweredAndAnswersByTheReplyAddress() throws MessagingException, IOException {
		var carol = "carol@example.com";
		mail.send(Letter.of(carol, RealMail.SUPPORT, "Drucker für Köln", "Er brennt."));
		var reply = awaitMail(carol, found -> found.text().contains("your ticket id is"));
		var ticket = onlyTicketOf(carol);

		mail.send(Letter.of(carol, reply.header("Reply-To").orElseThrow(), "AW: anything", "Er raucht noch.")
				.inReplyTo(reply.messageId()));
		await().atMost(PATIENCE).until(() -> messages(ticket), found -> found.size() == 2);

		api("alice@frontdesk.test").created("/api/v1/tickets/%d/messages".formatted(ticket),
				"{\"kind\": \"reply\", \"body\": \"Löschen Sie ihn.\"}");
		var answer = awaitMail(carol, found -> found.text().contains("Löschen Sie ihn."));
		assertThat(answer.subject()).contains("Drucker für Köln");
		assertThat(answer.headers().get("received")).as("over TLS, with a login")
				.anyMatch(line -> line.contains("ESMTPSA"));
		assertThat(mail.read(RealMail.SUPPORT, "INBOX")).isEmpty();
		assertThat(mail.read(RealMail.SUPPORT, "Processed")).hasSizeGreaterThanOrEqualTo(2);
	}

	@Test
	void mailOfThirtyMegabytesArrivesWhole() throws MessagingException, IOException {
		var dora = "dora@example.org";
		var film = HOME.resolve("film.bin");
		Files.write(film, new byte[22 << 20]);
		mail.send(new Letter(dora, RealMail.SUPPORT, "A film", "It is attached.", List.of(film), Optional.empty(),
				Optional.empty(), List.of()));
		awaitMail(dora, found -> found.text().contains("your ticket id is"));
		var attachments = messages(onlyTicketOf(dora)).getFirst().get("attachments");
		assertThat(attachments.get(0).get("size").asLong()).isEqualTo(22 << 20);
	}

	@Test
	void recipientWhomPostfixDoesNotKnowIsSeenAsFailed() {
		var ticket = api("alice@frontdesk.test").created("/api/v1/tickets",
				"{\"requester\": {\"email\": \"%s\"}, \"subject\": \"Who?\", \"message\": \"Nobody.\"}"
						.formatted(Postfix.UNKNOWN))
				.get("id")
				.asLong();
		var failed = await().atMost(PATIENCE)
				.until(() -> api("root@frontdesk.test").all("/api/v1/notifications?ticket=" + ticket),
						found -> found.size() == 1 && found.getFirst().get("state").asString().equals("failed"))
				.getFirst();
		assertThat(failed.get("reason").asString()).contains("5.1.1");
	}

	@Test
	void mailIsTakenAgainOnceDovecotIsBack() throws MessagingException, IOException {
		mail.restartDovecot();
		mail.send(Letter.of("alice@frontdesk.test", RealMail.SUPPORT, "After the break", "Still there?"));
		await().atMost(PATIENCE)
				.until(() -> api("root@frontdesk.test").all("/api/v1/intake?q=break"),
						found -> found.size() == 1 && found.getFirst().get("outcome").asString().equals("ticket"));
	}

	private static ReceivedMail awaitMail(String address, Predicate<ReceivedMail> wanted) {
		return await().atMost(PATIENCE)
				.pollInterval(Duration.ofMillis(500))
				.until(() -> mail.read(address, "INBOX").stream().filter(wanted).findFirst(), Optional::isPresent)
				.orElseThrow();
	}

	private static long onlyTicketOf(String requester) {
		var tickets = api("root@frontdesk.test").all("/api/v1/tickets?q=requester:" + requester);
		assertThat(tickets).hasSize(1);
		return tickets.getFirst().get("id").asLong();
	}

	private static List<JsonNode> messages(long ticket) {
		return api("root@frontdesk.test").all("/api/v1/tickets/%d/messages".formatted(ticket));
	}

	private static Api api(String user) {
		try {
			return switch (new Tokens(stack.issuer()).forPassword(user, "frontdesk")) {
				case Tokens.Answer.Granted(var token) -> new Api(stack.url(), Optional.of(token));
				case Tokens.Answer.Refused(var reason) -> throw new IllegalStateException(reason);
			};
		} catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
