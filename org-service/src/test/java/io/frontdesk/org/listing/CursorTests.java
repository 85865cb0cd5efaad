package io.frontdesk.org.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {

	private static final String ID = "6f0e2a56-9d7c-4c43-9c8e-1c1f3f1b6f10";

	@Test
	void cursorReadsWhatItWrote() {
		for (var key : new String[]{"bücher & 本 gmbh", "", " two  words "}) {
			var cursor = new Cursor(key, UUID.fromString(ID));
			assertThat(cursor.place()).matches(Cursor.FORMAT);
			assertThat(Cursor.of(cursor.place())).isEqualTo(cursor);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"", ID, "a " + ID, ID + "a", ID + " a\0", ID + " a\nb"})
	void whatIsNoCursorDoesNotMatch(String place) {
		assertThat(place).doesNotMatch(Cursor.FORMAT);
	}

}
