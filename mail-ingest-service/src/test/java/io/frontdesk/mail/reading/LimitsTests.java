package io.frontdesk.mail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.frontdesk.events.Classification;
import io.frontdesk.events.EventJson;
import io.frontdesk.events.MailReceived;
import io.frontdesk.events.MailReceived.StoredFile;
import io.frontdesk.events.Person;
import io.frontdesk.events.Priority;
import io.frontdesk.mail.reading.Reading.Attachment;
import io.frontdesk.mail.reading.Reading.Bounce;

class LimitsTests {

	/** What Kafka takes, less the stack trace that a dead letter has besides. */
	private static final int LARGEST = (4 << 20) - (256 << 10);

	@Test
	void mailThatSaysAsMuchAsCanBeIsAnEventThatKafkaTakes() {
		for (var letter : List.of("\u4e2d", "\"", "\\", "\n", "\u0001", "\ud83d\ude80", "\ud83d", "\u2028", "x")) {
			var event = event(reading(letter));
			var bytes = EventJson.MAPPER.writeValueAsString(event).getBytes(StandardCharsets.UTF_8);
			assertThat(bytes.length).as(letter).isLessThan(LARGEST);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"\0", "\u0001", "\u001b", "\ud83d", "\ude80"})
	void nothingIsLeftThatADatabaseRefuses(String bad) {
		var reading = reading(bad + "a@" + bad);
		var event = EventJson.MAPPER.writeValueAsString(event(reading));
		assertThat(event).doesNotContain(bad).doesNotContain("\\u00");
		assertThat(reading.inReplyTo()).isNotNull();
		assertThat(reading.references()).isNotEmpty();
	}

	@Test
	void textOfAMailKeepsItsLinesAndTabs() {
		assertThat(reading("a\tb\n").text()).startsWith("a\tb\na\tb\n");
	}

	@Test
	void idThatIsLongerThanAnyIsNone() {
		assertThat(Limits.id("<%s@example.org>".formatted("a".repeat(980)))).isNotNull();
		assertThat(Limits.id("<%s@example.org>".formatted("a".repeat(990)))).isNull();
		assertThat(Limits.id("<%s@example.org>".formatted("ä".repeat(500)))).isNull();
	}

	@Test
	void ofManyReferencesTheNewestAreKept() {
		var ids = IntStream.range(0, 5_000).mapToObj("<%d@example.org>"::formatted).toList();
		assertThat(Limits.ids(ids)).hasSizeBetween(100, 4_999).last().isEqualTo("<4999@example.org>");
	}

	@Test
	void filesThatAreLeftOutAreSpokenOf() {
		var reading = reading("word ");
		assertThat(reading.attachments()).hasSizeBetween(10, 9_999);
		var words = "[The mail has %d more files; its source has all of them.]"
				.formatted(10_000 - reading.attachments().size());
		assertThat(reading.text()).endsWith(words);
		assertThat(reading.visibleText()).endsWith(words);
	}

	private static Reading reading(String letter) {
		var line = letter.repeat(5_000);
		var text = letter.repeat(300_000);
		var address = (letter.repeat(350) + "@").substring(0, 310) + "@example.org";
		var addresses = Collections.nCopies(10_000, address);
		var id = "<%s@example.org>".formatted(letter.repeat(300));
		var file = new Attachment(line, line, line, false, _ -> {
			// nothing in it
		});
		return new Reading(id, id, Collections.nCopies(1_000, id), Person.of(address, line), addresses, addresses,
				addresses, text, text, text, text.substring(0, 200_000), Collections.nCopies(10_000, file), "digest",
				Classification.PERSON, false, new Bounce(addresses, addresses, false, line, line, line, id),
				Collections.nCopies(1_000, line), Provenance.UNKNOWN, line);
	}

	private static MailReceived event(Reading reading) {
		var hash = "0".repeat(64);
		var files = reading.attachments().stream()
				.map(file -> new StoredFile(file.filename(), file.contentType(), Integer.MAX_VALUE, hash, hash,
						file.contentId(), true))
				.toList();
		var told = reading.bounce();
		var bounce = (told == null)
				? null
				: new MailReceived.Bounce(told.recipients(), told.originalRecipients(), told.hard(), told.action(),
						told.status(), told.diagnostic(), told.originalMessageId());
		var from = (reading.from() != null) ? reading.from() : Person.of("dora@example.org", "");
		return new MailReceived(UUID.randomUUID(), "support@frontdesk.test", Instant.EPOCH, reading.messageId(),
				reading.inReplyTo(), reading.references(), from, reading.to(), reading.cc(), reading.recipients(),
				reading.subject(), reading.text(), reading.visibleText(), reading.html(), files, hash,
				reading.classification(), reading.absence(), bounce, reading.reasons(), UUID.randomUUID(),
				Priority.MID, reading.recipients(), null, false, reading.provenance().via(),
				reading.provenance().answerTo(), reading.provenance().thread(), reading.noAnswer(),
				reading.provenance().lists());
	}

}
