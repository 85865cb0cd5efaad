package io.frontdesk.org.listing;

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
		var cursor = new Cursor("companies -name", "bücher & 本 gmbh", UUID.fromString(ID));
		assertThat(Cursor.parse(cursor.toString(), "companies -name")).isEqualTo(cursor);
	}

	@Test
	void cursorOfAnotherListIsRefused() {
		var cursor = new Cursor("companies name", "a", UUID.fromString(ID)).toString();
		assertThatExceptionOfType(ErrorResponseException.class).isThrownBy(() -> Cursor.parse(cursor, "projects name"));
		assertThatExceptionOfType(ErrorResponseException.class)
				.isThrownBy(() -> Cursor.parse(cursor, "companies -name"));
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "companies name", "companies name " + ID, "companies name x a",
			"companies name ------------------------------------ a", "companies name " + ID + " a\u0000",
			"companies name " + ID + " a\nb"})
	void whatNoListGaveIsRefused(String plain) {
		var text = Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
		assertThatExceptionOfType(ErrorResponseException.class).isThrownBy(() -> Cursor.parse(text, "companies name"));
	}

}
