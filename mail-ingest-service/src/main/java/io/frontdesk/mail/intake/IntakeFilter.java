package io.frontdesk.mail.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.frontdesk.events.Classification;

/**
 * Which mails somebody asked for, as they put it: each is optional, and all that are given must be met.
 *
 * @param q words that sender, subject or Message-ID have, in any case and also within a word
 * @param ticket that a mail opened or went to
 * @param from the first day, or the first moment
 * @param to the last day, or the moment after the last
 */
public record IntakeFilter(@Nullable @Size(max = 500) String q, @Nullable Outcome outcome,
		@Nullable @Size(max = 254) String mailbox, @Nullable Classification classification, @Nullable Long ticket,
		@Nullable String from, @Nullable String to) {

	private static final int MAX_WORDS = 10;

	List<String> words() {
		return (this.q == null)
				? List.of()
				: Stream.of(withoutNul(this.q).toLowerCase(Locale.ROOT).split("\\s+"))
						.filter(word -> !word.isEmpty())
						.limit(MAX_WORDS)
						.toList();
	}

	@Nullable
	String knownMailbox() {
		return (this.mailbox == null || this.mailbox.isEmpty()) ? null : withoutNul(this.mailbox);
	}

	/** Inclusive. */
	@Nullable
	Instant since() {
		return moment(this.from, 0);
	}

	/** Exclusive. */
	@Nullable
	Instant until() {
		return moment(this.to, 1);
	}

	private static String withoutNul(String text) {
		return text.replace("\0", "");
	}

	/** @param days to add to what is a day, not a moment: the day that a range ends with belongs to it */
	private static @Nullable Instant moment(@Nullable String text, int days) {
		if (text == null || text.isEmpty()) {
			return null;
		}
		try {
			var time = (text.length() > 10)
					? OffsetDateTime.parse(text)
					: LocalDate.parse(text).plusDays(days).atStartOfDay().atOffset(ZoneOffset.UTC);
			if (time.getYear() >= 1 && time.getYear() <= 9999) {
				return time.toInstant();
			}
		} catch (DateTimeException _) {
			// the same problem as a year that no mail is of
		}
		throw IntakeProblem.BAD_TIME.exception();
	}

}
