package io.frontdesk.ticket.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.frontdesk.http.problem.InvalidField;

/**
 * What somebody typed, read leniently: whatever it is, something can be looked for, and what was not understood is told
 * in a hint.
 */
record SearchText(List<Term> terms, List<Qualifier> qualifiers, List<String> hints) {

	static final Set<String> KEYS = Set.of("status", "priority", "assignee", "requester", "company", "project", "task",
			"tag", "waiting", "received", "closed", "has", "is");

	static final Set<String> CLIENTS_KEYS = Set.of("status", "priority", "project", "task", "received", "closed",
			"has");

	private static final int LONGEST = 1_000;

	private static final int MOST_QUALIFIERS = 10;

	private static final int MOST_TERMS = 16;

	/** Of all terms: one in quotes, or one with hyphens, has several. */
	private static final int MOST_WORDS = 32;

	private static final Pattern PART = Pattern.compile(
			"(?<not>-?)(?:(?<key>\\p{IsAlphabetic}{2,20}):)?(?:[\"“”„«](?<quoted>[^\"“”»]*)[\"“”»]?|(?<plain>[^\\s\"]+))",
			Pattern.UNICODE_CHARACTER_CLASS);

	/**
	 * @param words in this order, if there are several
	 * @param whole what was put in quotes
	 */
	record Term(List<String> words, boolean negated, boolean whole) {

		/** Whether a longer word will do. What must not be there is only what was named. */
		boolean isPart() {
			return !this.negated && !this.whole && this.words.size() == 1
					&& this.words.getFirst().length() >= Vocabulary.SHORTEST_PART
					&& this.words.getFirst().chars().anyMatch(Character::isLetter);
		}

		boolean isIn(Collection<String> others) {
			return isPart() ? others.stream().anyMatch(this::finds) : others.containsAll(this.words);
		}

		boolean finds(String word) {
			if (this.words.contains(word)) {
				return true;
			}
			var part = this.words.getFirst();
			return isPart() && (part.length() >= Vocabulary.SHORTEST_MIDDLE_PART
					? word.contains(part)
					: word.startsWith(part));
		}

	}

	record Qualifier(String key, String value, boolean negated) {}

	/** Refuses what asks for more than one search may: each qualifier is a question of its own to the database. */
	static SearchText of(String typed, Set<String> keys) {
		refuseMoreThan(LONGEST, typed.length(), "characters");
		var reading = new SearchText(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		var parts = PART.matcher(typed);
		while (parts.find()) {
			var quoted = parts.group("quoted");
			reading.part(parts.group("key"), (quoted != null) ? quoted : String.valueOf(parts.group("plain")),
					!parts.group("not").isEmpty(), quoted != null, keys);
		}
		refuseMoreThan(MOST_QUALIFIERS, reading.qualifiers.size(), "qualifiers");
		if (reading.terms.isEmpty() && reading.qualifiers.isEmpty() && !typed.isBlank()) {
			reading.hint("There is no word to look for in this, so nothing was left out.");
		}
		return reading;
	}

	private static void refuseMoreThan(int most, int asked, String what) {
		if (asked > most) {
			throw new InvalidField("q", "has %,d %s, and a search takes at most %,d".formatted(asked, what, most))
					.exception();
		}
	}

	private void part(@Nullable String key, String value, boolean negated, boolean whole, Set<String> keys) {
		if (key == null) {
			term(value, negated, whole);
		} else if (keys.contains(key.toLowerCase(Locale.ROOT))) {
			this.qualifiers.add(new Qualifier(key.toLowerCase(Locale.ROOT), value.strip(), negated));
		} else {
			if (!value.startsWith("//")) {
				hint("“%s:” is no qualifier here, so it was looked for as text. There are: %s."
						.formatted(key, String.join(": ", keys.stream().sorted().toList()) + ":"));
			}
			term(key + " " + value, negated, whole);
		}
	}

	private void term(String text, boolean negated, boolean whole) {
		var words = Words.textsIn(text);
		if (words.isEmpty()) {
			return;
		}
		var left = (this.terms.size() < MOST_TERMS)
				? MOST_WORDS - this.terms.stream().mapToInt(term -> term.words().size()).sum()
				: 0;
		if (words.size() > left) {
			hint("Only the first %d words were looked for.".formatted(MOST_TERMS));
		}
		if (left > 0) {
			this.terms.add(new Term(words.subList(0, Math.min(words.size(), left)), negated, whole));
		}
	}

	private void hint(String hint) {
		if (!this.hints.contains(hint)) {
			this.hints.add(hint);
		}
	}

}
