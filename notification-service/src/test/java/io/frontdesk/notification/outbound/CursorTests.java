package io.frontdesk.notification.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.ErrorResponseException;

class CursorTests {

	private static final String ID = "463d327b-725f-3b45-85e5-46bd35b0bd35";

	@Test
	void cursorReadsWhatItWrote() {
		var cursor = new Cursor(-17, 1001, 1_795_000_000_123_456L, UUID.fromString(ID));
		assertThat(Cursor.parse(cursor.toString(), -17)).isEqualTo(cursor);
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "1 2 3 " + ID, "1 2 x " + ID, "9999999999 2 3 " + ID, "17 2 3", "17 2 3 x" + ID})
	void whatNoListGaveIsRefused(String plain) {
		var text = Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
		assertThatExceptionOfType(ErrorResponseException.class).isThrownBy(() -> Cursor.parse(text, 17));
		assertThatExceptionOfType(ErrorResponseException.class).isThrownBy(() -> Cursor.parse("%", 17));
	}

}
