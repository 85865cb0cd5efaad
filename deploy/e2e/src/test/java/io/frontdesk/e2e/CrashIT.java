package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.frontdesk.local.mail.ReceivedMail;

/** Nothing is lost and nothing doubled when a process is killed. */
class CrashIT {

	private static final int MAILS = 200;

	@Test
	void ticketServiceKilledWhileMailsArriveLosesAndDoublesNone() {
		var senders = IntStream.range(0, MAILS).mapToObj("crash-%d@example.org"::formatted).toList();
		for (var i = 0; i < MAILS; i++) {
			Frontdesk.mail(senders.get(i), "Crash " + i, "Are you there?");
			if (i == MAILS / 4) {
				Frontdesk.stack().kill9("ticket-service");
			}
			if (i == MAILS / 2) {
				start("ticket-service");
			}
			if (i == 3 * MAILS / 4) {
				Frontdesk.stack().kill9("ticket-service");
				start("ticket-service");
			}
		}
		await().atMost(Duration.ofMinutes(3))
				.pollInterval(Duration.ofSeconds(1))
				.until(() -> senders.stream().noneMatch(sender -> Frontdesk.inbox(sender).isEmpty()));
		var replies = senders.stream().map(Frontdesk::inbox).toList();
		assertThat(replies).allSatisfy(inbox -> assertThat(inbox).hasSize(1));
		var answered = new HashSet<Long>();
		replies.stream().map(List<ReceivedMail>::getFirst).forEach(reply -> answered.add(Frontdesk.ticketIn(reply)));
		assertThat(answered).as("tickets that were answered").hasSize(MAILS);
		assertThat(ticketsNamedCrash()).as("tickets that were opened").isEqualTo(answered);
	}

	private static void start(String server) {
		var outcome = Frontdesk.stack().start(server);
		assertThat(outcome.isUp()).as(outcome.explanation()).isTrue();
	}

	private static HashSet<Long> ticketsNamedCrash() {
		var api = Frontdesk.api("alice@frontdesk.test");
		var found = new HashSet<Long>();
		var cursor = "";
		while (true) {
			var page = api.get("/api/v1/tickets?limit=200" + cursor).json();
			for (var item : page.get("items")) {
				if (item.get("subject").asString().startsWith("Crash ")) {
					assertThat(found.add(item.get("id").asLong())).isTrue();
				}
			}
			if (page.get("nextCursor").isNull()) {
				return found;
			}
			cursor = "&cursor=" + page.get("nextCursor").asString();
		}
	}

}
