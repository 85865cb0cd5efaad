package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.frontdesk.local.mail.Letter;
import io.frontdesk.local.mail.ReceivedMail;

/** Nothing is lost and nothing doubled, whichever process is killed while mails arrive, some of them hostile. */
class MailStormIT {

	private static final int MAILS = Integer.getInteger("frontdesk.storm.mails", 300);

	private static final long SEED = Long.getLong("frontdesk.storm.seed", System.nanoTime());

	private static final int FOLLOW_UPS = MAILS / 10;

	/** So many come beside the others, by default five for each hundred. */
	private static final int HOSTILE = MAILS * Integer.getInteger("frontdesk.storm.hostile.percent", 5) / 100;

	/** How long the servers that all depend on are gone in the middle of it, beside being killed now and then. */
	private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("frontdesk.storm.away.seconds", 0));

	private static final int KILLS_OF_EACH = 1 + MAILS / 2_000;

	private static final String DOMAIN = "storm.example.org";

	private static final Duration SETTLING = Duration.ofMinutes(5 + MAILS / 500);

	private static final List<String> VICTIMS = List.of("postgres", "kafka", "mail", "org-service", "ticket-service",
			"mail-ingest-service", "notification-service", "gateway-service");

	private final Random random = new Random(SEED);

	private final Map<String, Integer> kills = new TreeMap<>();

	private int sentAgain;

	@Test
	void noMailIsLostAndNoneDoubledWhicheverProcessIsKilled() {
		System.out.printf("Storm of %d mails, -Dfrontdesk.storm.seed=%d%n", MAILS, SEED);
		var answered = letters("answered", FOLLOW_UPS);
		var began = Instant.now();
		answered.forEach(this::send);
		awaitAnswers(senders(answered));
		var others = letters("new", MAILS - 2 * FOLLOW_UPS);
		var ledgerBefore = ledgerSize();
		storm(others, answered.stream().map(this::followUp).toList());

		var openers = Stream.concat(answered.stream(), others.stream()).map(Letter::from).toList();
		var ledger = awaitLedger();
		awaitAnswers(openers);
		awaitHostile(ledgerBefore);
		awaitNothingPending();
		var tickets = assertLedger(ledger, openers);
		assertTickets(tickets, senders(answered));
		var replies = assertReplies(tickets);
		System.out.printf(
				"Storm over: %d mails and %d hostile ones (%d sent again), %d tickets, %d follow-ups, %d replies, %d repeats, kills %s, %d s%n",
				MAILS, HOSTILE, this.sentAgain, tickets.size(), FOLLOW_UPS, replies, replies - tickets.size(),
				this.kills,
				Duration.between(began, Instant.now()).toSeconds());
	}

	private static List<Letter> letters(String kind, int count) {
		return IntStream.range(0, count)
				.mapToObj(i -> Letter.of("%s-%d@%s".formatted(kind, i, DOMAIN), Frontdesk.stack().supportAddress(),
						"Storm, %s %d".formatted(kind, i), "Are you there?"))
				.map(letter -> letter.withMessageId("<first.%s>".formatted(letter.from())))
				.toList();
	}

	private static List<String> senders(List<Letter> letters) {
		return letters.stream().map(Letter::from).toList();
	}

	/** Answers our mail, or the sender's own. */
	private Letter followUp(Letter first) {
		var answered = this.random.nextBoolean()
				? Frontdesk.inbox(first.from()).getFirst().messageId()
				: first.messageId().orElseThrow();
		return Letter.of(first.from(), first.to(), "Something else", "Anybody there?")
				.withMessageId("<second.%s>".formatted(first.from()))
				.inReplyTo(answered);
	}

	/** In each round one process is killed at some mail, and the others go on arriving while it comes back. */
	private void storm(List<Letter> first, List<Letter> followUps) {
		var mails = new ArrayList<Runnable>();
		Stream.concat(first.stream(), followUps.stream()).forEach(letter -> mails.add(() -> send(letter)));
		IntStream.range(0, HOSTILE).forEach(i -> mails.add(() -> append(i)));
		Collections.shuffle(mails, this.random);
		var blows = blows();
		for (var round = 0; round < blows.size(); round++) {
			var share = mails.subList(mails.size() * round / blows.size(), mails.size() * (round + 1) / blows.size());
			var fatal = this.random.nextInt(share.size());
			share.subList(0, fatal).forEach(Runnable::run);
			var blow = blows.get(round);
			var recovery = CompletableFuture.runAsync(blow::strike);
			share.subList(fatal, share.size()).forEach(Runnable::run);
			recovery.join();
			this.kills.merge(blow.victim(), 1, Integer::sum);
		}
	}

	private List<Blow> blows() {
		var blows = new ArrayList<Blow>();
		for (var i = 0; i < KILLS_OF_EACH; i++) {
			VICTIMS.forEach(victim -> blows.add(new Blow(victim, Duration.ZERO)));
		}
		if (AWAY.isPositive()) {
			List.of("postgres", "kafka", "mail").forEach(victim -> blows.add(new Blow(victim, AWAY)));
		}
		Collections.shuffle(blows, this.random);
		return blows;
	}

	private record Blow(String victim, Duration away) {

		/** As whoever looks after processes does: one that does not come up is started again. */
		void strike() {
			Frontdesk.stack().kill9(this.victim);
			await().atMost(SETTLING.plus(this.away))
					.pollDelay(this.away)
					.until(() -> Frontdesk.stack().start(this.victim).isUp());
		}

	}

	/** Past the server's own SMTP, which would not take such a mail. */
	private void append(int number) {
		var shapes = HostileMail.values();
		var raw = shapes[number % shapes.length].raw(number);
		persist(() -> Frontdesk.append(raw));
	}

	/** As a client does that the server refuses: the same mail again. */
	private void send(Letter letter) {
		var message = Frontdesk.compose(letter);
		persist(() -> Transport.send(message));
	}

	private void persist(Attempt attempt) {
		var attempts = new AtomicInteger();
		await().atMost(Frontdesk.PATIENCE)
				.pollDelay(Duration.ZERO)
				.pollInterval(Duration.ofMillis(200))
				.ignoreExceptionsInstanceOf(MessagingException.class)
				.until(() -> {
					attempts.incrementAndGet();
					attempt.make();
					return true;
				});
		this.sentAgain += attempts.get() - 1;
	}

	@FunctionalInterface
	private interface Attempt {

		void make() throws MessagingException;

	}

	private static void awaitAnswers(Collection<String> addresses) {
		var unanswered = new HashSet<>(addresses);
		await().atMost(SETTLING).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
			unanswered.removeIf(address -> !Frontdesk.inbox(address).isEmpty());
			assertThat(unanswered).as("without an automatic reply").isEmpty();
		});
	}

	private static List<JsonNode> awaitLedger() {
		return await().atMost(SETTLING)
				.pollInterval(Duration.ofSeconds(2 + MAILS / 1_000))
				.ignoreExceptionsInstanceOf(AssertionError.class)
				.until(() -> Frontdesk.root().all("/api/v1/intake?q=@" + DOMAIN),
						rows -> rows.stream().map(row -> row.get("messageId").asString()).distinct().count() == MAILS
								&& rows.stream().noneMatch(row -> outcome(row).equals("pending")));
	}

	private static int ledgerSize() {
		return Frontdesk.root().all("/api/v1/intake").size();
	}

	/** A hostile mail may end in any way, but it ends, and none is missing. */
	private void awaitHostile(int ledgerBefore) {
		await().atMost(SETTLING)
				.pollInterval(Duration.ofSeconds(2))
				.untilAsserted(() -> assertThat(Frontdesk.root().all("/api/v1/intake?outcome=pending")).isEmpty());
		var others = MAILS - FOLLOW_UPS;
		assertThat(ledgerSize() - ledgerBefore).as("mails in the ledger")
				.isBetween(others + HOSTILE, others + HOSTILE + this.sentAgain);
	}

	private static void awaitNothingPending() {
		await().atMost(SETTLING).pollInterval(Duration.ofSeconds(1)).untilAsserted(
				() -> assertThat(Frontdesk.root().all("/api/v1/notifications?state=pending")).isEmpty());
	}

	/** Answers each sender's ticket. */
	private Map<String, Long> assertLedger(List<JsonNode> ledger, List<String> openers) {
		var outcomes = ledger.stream()
				.collect(Collectors.groupingBy(MailStormIT::outcome, TreeMap::new, Collectors.counting()));
		var ignored = Optional.ofNullable(outcomes.remove("ignored")).orElse(0L);
		assertThat(outcomes).isEqualTo(Map.of("ticket", (long) openers.size(), "follow-up", (long) FOLLOW_UPS));
		assertThat(ignored).as("mails that were taken twice").isLessThanOrEqualTo(this.sentAgain);
		var tickets = new HashMap<String, Long>();
		ledger.stream().filter(row -> outcome(row).equals("ticket")).forEach(
				row -> assertThat(tickets.put(row.get("from").asString(), row.get("ticketId").asLong())).isNull());
		assertThat(tickets).containsOnlyKeys(openers);
		assertThat(ledger).filteredOn(row -> outcome(row).equals("follow-up"))
				.allSatisfy(row -> assertThat(row.get("ticketId").asLong())
						.isEqualTo(tickets.get(row.get("from").asString())));
		return tickets;
	}

	private static void assertTickets(Map<String, Long> tickets, List<String> followedUp) {
		var raised = Frontdesk.root().all("/api/v1/tickets")
				.stream()
				.filter(ticket -> ticket.get("requester").get("email").asString().endsWith("@" + DOMAIN))
				.map(ticket -> ticket.get("id").asLong())
				.toList();
		assertThat(raised).containsExactlyInAnyOrderElementsOf(tickets.values());
		var twice = new HashSet<>(followedUp);
		var api = Frontdesk.root();
		var asked = 0;
		for (var ticket : tickets.entrySet()) {
			api = (++asked % 1_000 == 0) ? Frontdesk.root() : api;
			assertThat(api.found("/api/v1/tickets/%d/messages?limit=1".formatted(ticket.getValue()))
					.get("total")
					.asInt()).as("messages of %s", ticket).isEqualTo(twice.contains(ticket.getKey()) ? 2 : 1);
		}
	}

	/** Answers how many came, with those that came again. */
	private static int assertReplies(Map<String, Long> tickets) {
		var replies = 0;
		for (var ticket : tickets.entrySet()) {
			var inbox = Frontdesk.inbox(ticket.getKey());
			assertThat(inbox).extracting(Frontdesk::ticketIn).containsOnly(ticket.getValue());
			assertThat(inbox.stream().map(ReceivedMail::messageId).distinct()).as(ticket.getKey()).hasSize(1);
			replies += inbox.size();
		}
		return replies;
	}

	private static String outcome(JsonNode row) {
		return row.get("outcome").asString();
	}

}
