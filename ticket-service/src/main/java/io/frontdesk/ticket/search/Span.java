package io.frontdesk.ticket.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * A stretch of places, the unit in which a search goes back in time: few tickets for a common word, many for a rarer
 * one. Each ticket names the blocks that it lies in, one of each size, so that the index itself can keep to a span.
 */
record Span(long from, long to) {

	private static final int LEVELS = 5;

	private static final long SMALLEST_BLOCK = 4_096;

	static Span before(long end, long length) {
		return new Span(Math.max(0, end - length), end - 1);
	}

	/** How a ticket at this place names its blocks. */
	static List<String> lexemes(long place) {
		return IntStream.range(0, LEVELS).mapToObj(level -> lexeme(level, place / block(level))).toList();
	}

	/** The blocks that it lies in; none if it is longer than any block. */
	Optional<String> tsquery() {
		return IntStream.range(0, LEVELS)
				.filter(level -> block(level) >= this.to - this.from)
				.mapToObj(level -> LongStream.rangeClosed(this.from / block(level), this.to / block(level))
						.mapToObj(number -> "'%s'".formatted(lexeme(level, number)))
						.collect(Collectors.joining(" | ")))
				.findFirst();
	}

	private static long block(int level) {
		return SMALLEST_BLOCK << 2 * level;
	}

	private static String lexeme(int level, long number) {
		return SearchDocument.property("w" + level, number);
	}

}
