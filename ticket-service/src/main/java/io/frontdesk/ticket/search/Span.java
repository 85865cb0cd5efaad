package io.frontdesk.ticket.search;

import java.util.List;
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

	/** Of which a ticket in this span has one; empty if the span is longer than any block. */
	List<String> lexemes() {
		for (var level = 0; level < LEVELS; level++) {
			var block = block(level);
			if (block >= this.to - this.from) {
				return lexemes(level, this.from / block, this.to / block);
			}
		}
		return List.of();
	}

	private static List<String> lexemes(int level, long first, long last) {
		return LongStream.rangeClosed(first, last).mapToObj(number -> lexeme(level, number)).toList();
	}

	private static long block(int level) {
		return SMALLEST_BLOCK << 2 * level;
	}

	private static String lexeme(int level, long number) {
		return SearchDocument.property("w" + level, number);
	}

}
