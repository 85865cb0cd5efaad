package io.frontdesk.mail.intake;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.frontdesk.events.Classification;
import io.frontdesk.http.listing.SpanText;
import io.frontdesk.http.problem.InvalidField;

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
		if (this.q == null) {
			return List.of();
		}
		var words = Stream.of(withoutNul(this.q).toLowerCase(Locale.ROOT).split("\\s+"))
				.filter(word -> !word.isEmpty())
				.toList();
		if (words.size() > MAX_WORDS) {
			throw new InvalidField("q",
					"has %d words, and a search takes at most %d".formatted(words.size(), MAX_WORDS))
					.exception();
		}
		return words;
	}

	@Nullable
	String knownMailbox() {
		return (this.mailbox == null || this.mailbox.isEmpty()) ? null : withoutNul(this.mailbox);
	}

	/** Inclusive. */
	@Nullable
	Instant since() {
		return SpanText.since(this.from, IntakeProblem.BAD_TIME);
	}

	/** Exclusive. */
	@Nullable
	Instant until() {
		return SpanText.until(this.to, IntakeProblem.BAD_TIME);
	}

	private static String withoutNul(String text) {
		return text.replace("\0", "");
	}

}
