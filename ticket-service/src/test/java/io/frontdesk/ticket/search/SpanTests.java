package io.frontdesk.ticket.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanTests {

	@ParameterizedTest
	@ValueSource(longs = {1, 2, 4_095, 4_096, 4_097, 70_000, 1_000_000, 12_345_678})
	void spansGoBackToTheFirstTicketWithoutGaps(long end) {
		var floor = end;
		for (var length = 1_500L; floor > 0; length *= 7) {
			var span = Span.before(floor, length);
			assertThat(span.to()).isEqualTo(floor - 1);
			assertThat(span.from()).isLessThan(floor);
			floor = span.from();
		}
		assertThat(floor).isZero();
	}

	@ParameterizedTest
	@ValueSource(longs = {0, 1, 4_096, 100_000, 999_999, 40_000_000})
	void ticketOfASpanHasOneOfItsWords(long from) {
		for (var length : new long[]{1, 5_000, 60_000, 900_000, 30_000_000}) {
			var span = new Span(from, from + length - 1);
			var blocks = span.tsquery().map(query -> List.of(query.split(" \\| "))).orElse(List.of());
			assertThat(blocks).hasSizeLessThanOrEqualTo(2);
			LongStream.of(span.from(), from + length / 2, span.to()).forEach(place -> {
				var common = Span.lexemes(place).stream().filter(lexeme -> blocks.contains("'" + lexeme + "'"));
				assertThat(common).hasSize(blocks.isEmpty() ? 0 : 1);
			});
		}
	}

}
