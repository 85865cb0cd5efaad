package io.frontdesk.ticket.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {

	@Test
	void cursorReadsWhatItWrote() {
		var cursor = new Cursor(-1_001, List.of(0L, -1_700_000_000_000_000L, 2_233_444L));
		assertThat(cursor.place()).matches(Cursor.FORMAT);
		assertThat(Cursor.of(cursor.place())).isEqualTo(cursor);
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "1", "1 x", "1 2 3 4 5 6 7 8 9 10", "99999 1", "1 9999999999999999999", "1 2\n"})
	void whatIsNoCursorDoesNotMatch(String place) {
		assertThat(place).doesNotMatch(Cursor.FORMAT);
	}

}
