package io.frontdesk.ticket.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.ErrorResponseException;

class CursorTests {

	@Test
	void cursorReadsWhatItWrote() {
		var cursor = new Cursor(-42, 1_001, List.of(0L, -1_700_000_000_000_000L, 2_233_444L));
		assertThat(Cursor.parse(cursor.toString(), -42, 4)).isEqualTo(cursor);
	}

	@Test
	void cursorOfAnotherListIsRefused() {
		var cursor = new Cursor(1, 7, List.of(0L)).toString();
		assertThatExceptionOfType(ErrorResponseException.class).isThrownBy(() -> Cursor.parse(cursor, 2, 4));
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "1", "1 2", "1 2 x", "1 2 3 4 5 6 7 8", "99999999999 1 1", "1 2 9999999999999999999",
			"1 2 3\n"})
	void whatIsNoCursorIsRefused(String plain) {
		var text = Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
		assertThatExceptionOfType(ErrorResponseException.class).isThrownBy(() -> Cursor.parse(text, 1, 4));
		assertThatExceptionOfType(ErrorResponseException.class).isThrownBy(() -> Cursor.parse("?" + plain, 1, 4));
	}

}
