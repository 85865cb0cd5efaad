package io.frontdesk.http.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.ErrorResponseException;

class CursorTextTests {

	private static final Pattern NUMBER = Pattern.compile("\\d{1,10}");

	@Test
	void cursorReadsWhatItWrote() {
		var number = CursorText.read(CursorText.of("17"), NUMBER, Integer::parseInt, ExampleProblem.NOT_SO);
		var words = CursorText.read(CursorText.of("bücher & 本"), Pattern.compile(".+"), String::strip,
				ExampleProblem.NOT_SO);
		assertThat(number).isEqualTo(17);
		assertThat(words).isEqualTo("bücher & 本");
	}

	@Test
	void cursorNeedsNoEscapingInAddress() {
		assertThat(CursorText.of("\u00ff\u00fe???>>>")).matches("[A-Za-z0-9_-]+");
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "x", "-1", "1 2", "9999999999", "17\n", "١٧"})
	void whatIsNoCursorIsRefused(String plain) {
		refused(CursorText.of(plain));
	}

	@ParameterizedTest
	@ValueSource(strings = {"%", "M", "MTc=="})
	void whatIsNotOfOursIsRefused(String text) {
		refused(text);
	}

	private static void refused(String text) {
		assertThatExceptionOfType(ErrorResponseException.class)
				.isThrownBy(() -> CursorText.read(text, NUMBER, Integer::parseInt, ExampleProblem.NOT_SO))
				.satisfies(ex -> assertThat(ex.getBody().getType()).hasToString("/problems/not-so"));
	}

}
