package io.frontdesk.mail.mailboxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.frontdesk.mail.MailIngestTest;

@MailIngestTest
class MailboxLeaseIT {

	private final JdbcClient jdbc;

	private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

	private final ScheduledExecutorService another = Executors.newSingleThreadScheduledExecutor();

	@Autowired
	MailboxLeaseIT(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@AfterEach
	void stop() {
		this.timer.shutdownNow();
		this.another.shutdownNow();
	}

	@Test
	void oneInstanceHoldsAMailboxUntilItLetsGo() {
		var first = new MailboxLease(this.jdbc);
		var second = new MailboxLease(this.jdbc);
		var held = first.take("one@frontdesk.test", this.timer).orElseThrow();
		assertThat(second.take("one@frontdesk.test", this.another)).isEmpty();
		assertThat(second.take("two@frontdesk.test", this.another)).isPresent();
		held.close();
		assertThat(held.isHeld()).isFalse();
		assertThat(second.take("one@frontdesk.test", this.another)).isPresent();
	}

	@Test
	void anotherTakesOverFromAHolderThatWasKilledAndNotFromOneThatLives() {
		var held = new MailboxLease(this.jdbc).take("killed@frontdesk.test", this.timer).orElseThrow();
		var taken = until();
		await().atMost(Duration.ofMinutes(1)).until(() -> until().isAfter(taken.plusSeconds(10)));
		var second = new MailboxLease(this.jdbc);
		assertThat(second.take("killed@frontdesk.test", this.another)).isEmpty();
		assertThat(held.isHeld()).isTrue();
		this.timer.shutdownNow();
		await().atMost(Duration.ofMinutes(1))
				.until(() -> second.take("killed@frontdesk.test", this.another).isPresent());
	}

	@Test
	void holderThatSleptTooLongLearnsThatItHoldsNoLonger() {
		var held = new MailboxLease(this.jdbc).take("slept@frontdesk.test", this.timer).orElseThrow();
		this.jdbc.sql("""
				update mailbox_lease set holder = 'another', held_until = now() + interval '1 hour'
				where mailbox = 'slept@frontdesk.test'
				""").update();
		await().atMost(Duration.ofMinutes(1)).until(() -> !held.isHeld());
	}

	private OffsetDateTime until() {
		return this.jdbc.sql("select held_until from mailbox_lease where mailbox = 'killed@frontdesk.test'")
				.query(OffsetDateTime.class)
				.single();
	}

}
