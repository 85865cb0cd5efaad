package io.frontdesk.mail.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.frontdesk.events.MailReceived;
import io.frontdesk.mail.LedgerClerk;
import io.frontdesk.mail.MailIngestTest;
import io.frontdesk.mail.ReceivedMails;

/** Mails that once were told of as nobody could take it. */
@MailIngestTest
class HostileMailIT {

	private final LedgerClerk clerk;

	private final ReceivedMails received;

	@Autowired
	HostileMailIT(LedgerClerk clerk, ReceivedMails received) {
		this.clerk = clerk;
		this.received = received;
	}

	@ParameterizedTest
	@ValueSource(strings = {"Message-ID", "In-Reply-To", "References", "To", "Subject", "From", "Content-ID",
			"Content-Type", "X-Original-To"})
	void noHeaderBringsANulIntoTheEvent(String header) {
		var told = told(this.clerk.take("""
				From: dora@example.org
				%s: <a\0b@example.org>; name="\0.txt"
				X-Unique: %s

				hello
				""".formatted(header, UUID.randomUUID())));
		assertThat(told.toString()).doesNotContain("\0");
	}

	@Test
	void nineHundredPartsWithLongTypesAreAnEventThatKafkaTakes() {
		var mail = new StringBuilder("""
				From: dora@example.org
				Subject: Many parts
				Content-Type: multipart/mixed; boundary=x

				--x

				It smokes.
				""");
		for (var i = 0; i < 900; i++) {
			mail.append("--x\nContent-Type: application/%s\nContent-ID: <%s>\n\n%d\n".formatted("t".repeat(3_900),
					"c".repeat(249), i));
		}
		var told = told(this.clerk.take(mail.append("--x--\n").toString()));
		assertThat(told.visibleText()).startsWith("It smokes.");
		assertThat(told.attachments()).isNotEmpty()
				.allSatisfy(file -> assertThat(file.contentType()).isEqualTo("application/octet-stream"));
	}

	private MailReceived told(UUID id) {
		return await().atMost(Duration.ofMinutes(1)).until(() -> this.received.of(id), list -> list.size() == 1)
				.getFirst();
	}

}
