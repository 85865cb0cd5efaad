package io.frontdesk.org.editing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.ErrorResponseException;

class IfMatchTests {

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = {"*", "\"3\"", "W/\"3\"", " \"3\" "})
	void thirdVersionIsMeant(String header) {
		assertThatCode(() -> IfMatch.of(header).check(3)).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@ValueSource(strings = {"\"2\"", "3", "", "\"-3\"", "\"99999999999999999999\"", "nonsense"})
	void anotherVersionIsMeantOrNone(String header) {
		assertThatExceptionOfType(ErrorResponseException.class).isThrownBy(() -> IfMatch.of(header).check(3));
	}

}
