package io.frontdesk.ticket.search;

import java.util.List;
import java.util.function.Predicate;

import io.frontdesk.ticket.search.SearchText.Term;

/** Shows where in a text the words are that were looked for. */
public final class Marker {

	public static final int SNIPPET = 140;

	private static final int BEFORE = 40;

	private final List<Term> terms;

	private Marker(List<Term> terms) {
		this.terms = terms;
	}

	public static Marker of(Question question) {
		return new Marker(question.terms().stream().filter(Predicate.not(Term::negated)).toList());
	}

	/** As [start, end) in UTF-16 units, so that no markup comes from here. */
	public List<List<Integer>> ranges(String text) {
		return Words.in(text)
				.stream()
				.filter(this::isWanted)
				.map(word -> List.of(word.start(), word.end()))
				.toList();
	}

	private boolean isWanted(Words.Word word) {
		return this.terms.stream().anyMatch(term -> term.finds(word.text()));
	}

	boolean marks(String text) {
		return Words.in(text).stream().anyMatch(this::isWanted);
	}

	/** The part of the text around the first of the words; its beginning if it has none. */
	String excerpt(String text) {
		var line = oneLine(text, text.length());
		var first = Words.in(line).stream().filter(this::isWanted).findFirst();
		if (first.isEmpty() || first.get().end() < SNIPPET) {
			return beginning(line);
		}
		var start = line.indexOf(' ', Math.max(0, first.get().start() - BEFORE)) + 1;
		return beginning("…" + line.substring(Math.min(start, first.get().start())));
	}

	/** One line of at most {@value #SNIPPET} characters. */
	public static String beginning(String text) {
		var line = oneLine(text, SNIPPET + 2);
		if (line.length() <= SNIPPET) {
			return line;
		}
		var end = Character.isHighSurrogate(line.charAt(SNIPPET - 2)) ? SNIPPET - 2 : SNIPPET - 1;
		return line.substring(0, end) + "…";
	}

	/** The beginning of a text with a space for whatever separates its words; every list shows many of them. */
	private static String oneLine(String text, int most) {
		var line = new StringBuilder(Math.min(text.length(), most));
		for (var i = 0; i < text.length() && line.length() < most; i++) {
			var character = text.charAt(i);
			if (!isSpace(character)) {
				line.append(character);
			} else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
				line.append(' ');
			}
		}
		return line.toString().stripTrailing();
	}

	private static boolean isSpace(char character) {
		return Character.isSpaceChar(character) || Character.isISOControl(character);
	}

}
