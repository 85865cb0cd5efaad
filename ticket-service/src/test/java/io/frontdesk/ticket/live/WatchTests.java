package io.frontdesk.ticket.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

import io.frontdesk.events.Person;
import io.frontdesk.events.Source;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Role;

class WatchTests {

	private static final Watcher DORA = new Watcher(
			new Caller(Person.of("dora@example.org", "Dora"), Role.CLIENT, Set.of(), Source.WEB));

	private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

	private final SlowLine line = new SlowLine();

	private final Watch watch = new Watch(DORA, NOW.plusSeconds(300), this.line, NOW);

	@Test
	void whoReadsNothingIsCutOffAndOthersDoNotWait() {
		var taken = 0;
		while (this.watch.tell("x", NOW)) {
			taken++;
		}
		assertThat(taken).isBetween(Watch.QUEUED_AT_MOST, 2 * Watch.QUEUED_AT_MOST);
		assertThat(this.watch.keepAlive(NOW.plusSeconds(20))).isFalse();
		this.line.reader.countDown();
		await().untilTrue(this.line.hungUp);
	}

	@Test
	void whatWasSaidBeforeTheEndIsWritten() {
		this.watch.tell("Hello", NOW);
		this.watch.tell(", world", NOW);
		this.watch.end();
		assertThat(this.watch.tell("too late", NOW)).isFalse();
		this.line.reader.countDown();
		await().untilTrue(this.line.hungUp);
		assertThat(this.line.written).hasToString("Hello, world");
	}

	@Test
	void silenceIsBrokenAfterFifteenSeconds() {
		this.line.reader.countDown();
		assertThat(this.watch.keepAlive(NOW.plusSeconds(14))).isTrue();
		assertThat(this.watch.keepAlive(NOW.plusSeconds(15))).isTrue();
		assertThat(this.watch.keepAlive(NOW.plusSeconds(16))).isTrue();
		this.watch.end();
		await().untilTrue(this.line.hungUp);
		assertThat(this.line.written).hasToString(":\n\n");
	}

	@Test
	void brokenLineEndsTheWatch() {
		this.line.broken = true;
		this.line.reader.countDown();
		this.watch.tell("x", NOW);
		await().untilTrue(this.line.hungUp);
		assertThat(this.watch.tell("y", NOW)).isFalse();
	}

	@Test
	void lineThatTheServerHasEndedIsLeftAlone() {
		this.watch.tell("x", NOW);
		this.line.reader.countDown();
		await().until(() -> this.line.written.toString().equals("x"));
		this.watch.breakOff();
		this.watch.end();
		assertThat(this.watch.tell("y", NOW)).isFalse();
		assertThat(this.line.hungUp).isFalse();
	}

	@Test
	void lineThatTheServerEndsAtTheSameMomentHarmsNobody() {
		var uncaught = new CompletableFuture<Throwable>();
		var before = Thread.getDefaultUncaughtExceptionHandler();
		Thread.setDefaultUncaughtExceptionHandler((_, ex) -> uncaught.complete(ex));
		try {
			this.line.broken = true;
			this.line.ended = true;
			this.line.reader.countDown();
			this.watch.tell("x", NOW);
			await().untilTrue(this.line.hungUp);
			assertThat(uncaught).failsWithin(Duration.ofMillis(200));
		} finally {
			Thread.setDefaultUncaughtExceptionHandler(before);
		}
	}

	/** Blocks until its reader begins to read. */
	private static final class SlowLine implements Line {

		final CountDownLatch reader = new CountDownLatch(1);

		final AtomicBoolean hungUp = new AtomicBoolean();

		final StringBuffer written = new StringBuffer();

		volatile boolean broken;

		volatile boolean ended;

		@Override
		public void write(String text) throws IOException {
			try {
				this.reader.await();
			} catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			if (this.broken) {
				throw new IOException("Broken pipe");
			}
			this.written.append(text);
		}

		@Override
		public void hangUp() {
			this.hungUp.set(true);
			if (this.ended) {
				throw new IllegalStateException("AsyncListener.onError() had returned");
			}
		}

	}

}
