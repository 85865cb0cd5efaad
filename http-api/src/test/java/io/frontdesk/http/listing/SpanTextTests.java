package io.frontdesk.http.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

import io.frontdesk.http.problem.Problem;

class SpanTextTests {

	@Test
	void dayThatSpanEndsWithBelongsToIt() {
		assertThat(SpanText.since("2026-11-01", ExampleProblem.NOT_SO))
				.isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
		assertThat(SpanText.until("2026-11-30", ExampleProblem.NOT_SO))
				.isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
	}

	@Test
	void momentIsMeantToTheSecond() {
		var moment = Instant.parse("2026-11-01T08:30:00Z");
		assertThat(SpanText.since("2026-11-01T09:30:00+01:00", ExampleProblem.NOT_SO)).isEqualTo(moment);
		assertThat(SpanText.until("2026-11-01T09:30:00+01:00", ExampleProblem.NOT_SO)).isEqualTo(moment);
	}

	@ParameterizedTest
	@NullAndEmptySource
	void nothingIsNoEnd(@Nullable String text) {
		assertThat(SpanText.since(text, ExampleProblem.NOT_SO)).isNull();
		assertThat(SpanText.until(text, ExampleProblem.NOT_SO)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = {"yesterday", "2026-02-30", "2026-11-01T09:30:00", "0000-01-01", "+99999-01-01",
			"9999-12-31"})
	void whatIsNoTimeOfOursIsRefused(String text) {
		assertThatExceptionOfType(ErrorResponseException.class)
				.isThrownBy(() -> SpanText.until(text, ExampleProblem.NOT_SO))
				.satisfies(ex -> assertThat(ex.getBody().getType()).hasToString("/problems/not-so"));
	}

	enum ExampleProblem implements Problem {

		NOT_SO;

		@Override
		public HttpStatus status() {
			return HttpStatus.BAD_REQUEST;
		}

		@Override
		public String detail() {
			return "It can't be asked so.";
		}

	}

}
