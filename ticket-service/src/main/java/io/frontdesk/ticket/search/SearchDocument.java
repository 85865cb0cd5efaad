package io.frontdesk.ticket.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The tsvector of a ticket. Besides its words it holds its properties as words with a colon, which no text can have, so
 * that one look into one index answers a whole question, whatever it asks for. Where a word stands is told by its
 * weight, so that a question can leave out what the caller may not see:
 * <ul>
 * <li>A the subject, B the tags, C public messages, D notes;
 * <li>{@code w2:17} the place among the tickets of all time, by {@link Span}.
 * </ul>
 */
final class SearchDocument {

	/** PostgreSQL's own limit is 16,383 positions; beyond ours words are found, but no phrases. */
	private static final int PUBLIC_END = 12_000;

	private static final int NOTES_END = 16_000;

	private static final int DISTINCT = 20_000;

	private final Map<String, StringBuilder> positions = new HashMap<>();

	private int position;

	static String property(String name, Object value) {
		return name + ":" + value;
	}

	static String tag(String tag) {
		return property("tag", Words.joined(tag).replace(' ', '-'));
	}

	SearchDocument subject(String text) {
		return words(text, 'A', PUBLIC_END);
	}

	SearchDocument tags(List<String> tags) {
		for (var tag : tags) {
			property(tag(tag));
			words(tag, 'B', PUBLIC_END);
		}
		return this;
	}

	SearchDocument message(String text) {
		return words(text, 'C', PUBLIC_END);
	}

	/** All notes come after all messages: their positions must not use up the messages'. */
	SearchDocument note(String text) {
		this.position = Math.max(this.position, PUBLIC_END);
		return words(text, 'D', NOTES_END);
	}

	/** Its words, without its properties. */
	Stream<String> texts() {
		return this.positions.keySet().stream().filter(lexeme -> lexeme.indexOf(':') < 0);
	}

	SearchDocument property(String lexeme) {
		this.positions.computeIfAbsent(lexeme, _ -> new StringBuilder());
		return this;
	}

	private SearchDocument words(String text, char weight, int end) {
		this.position++;
		for (var word : Words.in(text)) {
			if (this.positions.size() >= DISTINCT && !this.positions.containsKey(word.text())) {
				continue;
			}
			var places = this.positions.computeIfAbsent(word.text(), _ -> new StringBuilder());
			if (this.position >= end && !places.isEmpty()) {
				continue;
			}
			this.position = Math.min(this.position + 1, end);
			places.append(places.isEmpty() ? ':' : ',').append(this.position).append(weight);
		}
		return this;
	}

	/** As PostgreSQL reads a tsvector. No lexeme has a quote or a backslash: they are letters, digits, colons, dashes. */
	@Override
	public String toString() {
		var vector = new StringBuilder();
		this.positions.forEach((lexeme, places) -> vector.append('\'').append(lexeme).append('\'').append(places)
				.append(' '));
		return vector.toString();
	}

}
