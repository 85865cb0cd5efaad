package io.frontdesk.mail.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import io.frontdesk.events.blobs.Blobs;
import io.frontdesk.mail.LedgerClerk;
import io.frontdesk.mail.MailIngestTest;
import io.frontdesk.mail.ReceivedMails;

@MailIngestTest
class DispatchOrderIT {

	private final LedgerClerk clerk;

	private final PlacedMails placed;

	private final ReceivedMails received;

	private final Blobs blobs;

	private final TransactionTemplate transaction;

	private final JdbcClient jdbc;

	private final DispatchLoop loop;

	@Autowired
	DispatchOrderIT(LedgerClerk clerk, PlacedMails placed, ReceivedMails received, Blobs blobs,
			TransactionTemplate transaction, JdbcClient jdbc, DispatchLoop loop) {
		this.clerk = clerk;
		this.placed = placed;
		this.received = received;
		this.blobs = blobs;
		this.transaction = transaction;
		this.jdbc = jdbc;
		this.loop = loop;
	}

	@Test
	void mailsOfOneSenderAreToldOfInTheOrderOfTheirUidsThoughTheServerTellsNoTimeBelowTheSecond() {
		var ids = this.clerk
				.put(IntStream.range(0, 80).mapToObj(i -> mail("dora@example.org", "")).toArray(String[]::new));
		awaitTold(ids.getLast());
		assertThat(told()).containsSubsequence(ids);
	}

	@Test
	void dispatchThatWasStoppedGoesOnOnceItIsStarted() {
		this.loop.stop();
		var id = this.clerk.put(mail("dora@example.org", "")).getFirst();
		this.loop.start();
		awaitTold(id);
	}

	@Test
	void answerThatLiesFarBeforeItsMailInOneLookIsToldOfAfterIt() {
		this.loop.stop();
		var mails = new ArrayList<String>();
		var asked = UUID.randomUUID();
		mails.add(mail("dora@example.org", "In-Reply-To: <%s@example.org>\n".formatted(asked)));
		IntStream.range(0, 30).forEach(i -> mails.add(mail("emil%d@example.org".formatted(i), "")));
		mails.add(mail("dora@example.org", "Message-ID: <%s@example.org>\n".formatted(asked)));
		var ids = this.clerk.put(mails.toArray(String[]::new));
		this.loop.start();
		awaitTold(ids.getFirst());
		awaitTold(ids.getLast());
		assertThat(told()).containsSubsequence(ids.getLast(), ids.getFirst());
	}

	@Test
	void mailsWaitForOneOfTheirSenderThatIsTriedAgain() {
		var id = this.clerk.put(mail("nora@example.org", "")).getFirst();
		awaitTold(id);
		var late = this.transaction.execute(_ -> {
			var unread = this.clerk.put(mail("nora@example.org", "")).getFirst();
			this.jdbc.sql(
					"update intake_entry set due_at = now() + interval '1 hour', sender = 'nora@example.org' where id = ?")
					.param(unread)
					.update();
			return unread;
		});
		var next = this.clerk.put(mail("nora@example.org", "")).getFirst();
		await().atMost(Duration.ofMinutes(1)).until(() -> waits(next));
		this.jdbc.sql("update intake_entry set due_at = now() where id = ?").param(late).update();
		awaitTold(next);
		assertThat(told()).containsSubsequence(id, late, next);
	}

	@Test
	void answerOfSomebodyElseIsToldOfOnceTheMailHasATicketEvenIfItLiesBeforeIt() {
		var mail = UUID.randomUUID();
		var ids = this.clerk.put(mail("emil@example.org", "In-Reply-To: <%s@example.org>\n".formatted(mail)),
				mail("dora@example.org", "Message-ID: <%s@example.org>\n".formatted(mail)),
				mail("fred@example.org", ""));
		awaitTold(ids.get(1));
		awaitTold(ids.get(2));
		assertThat(this.clerk.isRead(ids.getFirst())).isFalse();
		this.placed.becameTicket(ids.get(1), 2233448);
		awaitTold(ids.getFirst());
	}

	@Test
	void answerWaitsForNoMailForEverAndMailsOfItsSenderComeAfterIt() {
		var mail = UUID.randomUUID();
		var asked = this.clerk.take(mail("dora@example.org", "Message-ID: <%s@example.org>\n".formatted(mail)));
		var answers = this.clerk.put(mail("emil@example.org", "References: <%s@example.org>\n".formatted(mail)),
				mail("emil@example.org", ""));
		await().atMost(Duration.ofMinutes(1)).until(() -> waits(answers.getFirst()) && waits(answers.getLast()));
		this.jdbc.sql("update intake_entry set held_until = now() where id = ?").param(answers.getFirst()).update();
		awaitTold(answers.getLast());
		assertThat(told()).containsSubsequence(asked, answers.getFirst(), answers.getLast());
	}

	@Test
	void mailWhoseContentCanNotBeHadNowIsTriedAgainAndKeepsBackNoOther() throws IOException {
		var raw = mail("dora@example.org", "");
		var id = this.transaction.execute(_ -> {
			var unread = this.clerk.put(raw).getFirst();
			replaceByDirectory(blob(unread));
			return unread;
		});
		var other = this.clerk.put(mail("emil@example.org", "")).getFirst();
		awaitTold(other);
		await().atMost(Duration.ofMinutes(1))
				.until(() -> this.jdbc.sql("select attempts > 0 and outcome = 'PENDING' from intake_entry where id = ?")
						.param(id)
						.query(Boolean.class)
						.single());
		Files.delete(this.blobs.file(blob(id)));
		this.blobs.store(out -> out.write(raw.getBytes(StandardCharsets.UTF_8)));
		awaitTold(id);
	}

	@Test
	void mailWhoseContentCanNotBeHadForDaysIsQuarantinedInWords() {
		var id = this.transaction.execute(_ -> {
			var unread = this.clerk.put(mail("dora@example.org", "")).getFirst();
			replaceByDirectory(blob(unread));
			this.jdbc.sql("update intake_entry set waiting_since = now() - interval '6 days' where id = ?")
					.param(unread)
					.update();
			return unread;
		});
		await().atMost(Duration.ofMinutes(1)).until(() -> this.clerk.isRead(id));
		assertThat(this.jdbc.sql("select outcome || ': ' || reason from intake_entry where id = ?").param(id)
				.query(String.class).single()).startsWith("QUARANTINED: For five days it could not be told of");
	}

	private void replaceByDirectory(String blob) {
		try {
			Files.delete(this.blobs.file(blob));
			Files.createDirectory(this.blobs.file(blob));
		} catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private String blob(UUID id) {
		return this.jdbc.sql("select sha256 from intake_entry where id = ?").param(id).query(String.class).single();
	}

	private boolean waits(UUID id) {
		return this.jdbc.sql("select waits_for is not null from intake_entry where id = ?").param(id)
				.query(Boolean.class)
				.single();
	}

	private void awaitTold(UUID id) {
		await().atMost(Duration.ofMinutes(1)).until(() -> this.received.of(id).size() == 1);
	}

	/** As they left: an event that was written later may be read earlier, from another partition. */
	private List<UUID> told() {
		return this.jdbc
				.sql("select entry_id from intake_step where step = 'SENT_ON' order by id")
				.query(UUID.class)
				.list();
	}

	private static String mail(String from, String more) {
		return "From: %s\n%sSubject: %s\n\nhello".formatted(from, more, UUID.randomUUID());
	}

}
