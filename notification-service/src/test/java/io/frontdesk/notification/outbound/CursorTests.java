package io.frontdesk.notification.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {

	private static final String ID = "6f0e2a56-9d7c-4c43-9c8e-1c1f3f1b6f10";

	@Test
	void cursorReadsWhatItWrote() {
		var cursor = new Cursor(1001, 1_795_000_000_123_456L, UUID.fromString(ID));
		assertThat(cursor.place()).matches(Cursor.FORMAT);
		assertThat(Cursor.of(cursor.place())).isEqualTo(cursor);
	}

	@ParameterizedTest
	@ValueSource(strings = {"", ID, "1 2", "1 2 3", "-1 2 " + ID, "1 -2 " + ID, "1 999999999999999999 " + ID,
			"1 2 " + ID + " 3"})
	void whatIsNoCursorDoesNotMatch(String place) {
		assertThat(place).doesNotMatch(Cursor.FORMAT);
	}

}
