package io.frontdesk.ticket.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

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

	private static final int MOST_TERMS = 16;

	private static final Pattern PART = Pattern.compile(
			"(?<not>-?)(?:(?<key>\\p{IsAlphabetic}{2,20}):)?(?:[\"“”„«](?<quoted>[^\"“”»]*)[\"“”»]?|(?<plain>[^\\s\"]+))",
			Pattern.UNICODE_CHARACTER_CLASS);

	/** @param words in this order, if there are several */
	record Term(List<String> words, boolean negated) {}

	record Qualifier(String key, String value, boolean negated) {}

	static SearchText of(String typed, Set<String> keys) {
		var reading = new SearchText(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
		var text = typed;
		if (text.length() > LONGEST) {
			text = text.substring(0, LONGEST);
			reading.hint("Only the first %,d characters were looked for.".formatted(LONGEST));
		}
		var parts = PART.matcher(text);
		while (parts.find()) {
			var quoted = parts.group("quoted");
			reading.part(parts.group("key"), (quoted != null) ? quoted : String.valueOf(parts.group("plain")),
					!parts.group("not").isEmpty(), keys);
		}
		if (reading.terms.isEmpty() && reading.qualifiers.isEmpty() && !text.isBlank()) {
			reading.hint("There is no word to look for in this, so nothing was left out.");
		}
		return reading;
	}

	private void part(@Nullable String key, String value, boolean negated, Set<String> keys) {
		if (key == null) {
			term(value, negated);
		} else if (keys.contains(key.toLowerCase(Locale.ROOT))) {
			this.qualifiers.add(new Qualifier(key.toLowerCase(Locale.ROOT), value.strip(), negated));
		} else {
			if (!value.startsWith("//")) {
				hint("“%s:” is no qualifier here, so it was looked for as text. There are: %s."
						.formatted(key, String.join(": ", keys.stream().sorted().toList()) + ":"));
			}
			term(key + " " + value, negated);
		}
	}

	private void term(String text, boolean negated) {
		var words = Words.textsIn(text);
		if (words.isEmpty()) {
			return;
		}
		if (this.terms.size() == MOST_TERMS) {
			hint("Only the first %d words were looked for.".formatted(MOST_TERMS));
		} else if (this.terms.size() < MOST_TERMS) {
			this.terms.add(new Term(words.subList(0, Math.min(words.size(), MOST_TERMS)), negated));
		}
	}

	private void hint(String hint) {
		if (!this.hints.contains(hint)) {
			this.hints.add(hint);
		}
	}

}
