package io.frontdesk.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTests {

	@ParameterizedTest
	@ValueSource(ints = {0x00, 0x07, 0x09, 0x0A, 0x0D, 0x1B, 0x7F, 0x85, 0x9B, 0xAD, 0x034F, 0x061C, 0x115F, 0x180E,
			0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2060,
			0x2066,
			0x2067, 0x2068, 0x2069, 0x2800, 0x3164, 0xD800, 0xFEFF, 0xFFA0, 0xE0001, 0xE0041})
	void whatNobodySeesIsNoPartOfAName(int point) {
		var hidden = Character.toString(point);
		for (var name : new String[]{hidden + "Alice", "Al" + hidden + "ice", "Alice" + hidden, hidden}) {
			assertThat(OneLine.isPlain(name)).as("U+%04X", point).isFalse();
			assertThat(OneLine.of(name).replace(" ", "")).as("U+%04X", point).isIn("Alice", "");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {" ", "   ", "\u00A0", "\u2003 \u3000"})
	void blanksAreNoName(String blank) {
		assertThat(OneLine.isPlain(blank)).isFalse();
		assertThat(OneLine.of(blank)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "Dora de Vries", "\u05E9\u05DC\u05D5\u05DD",
			"\u0639\u0644\u06CC\u200C\u0631\u0636\u0627",
			"\u0D28\u0D4D\u200D\u0D28", "\uD83D\uDC69\u200D\uD83D\uDE80 Rockets", "\u2764\uFE0F", "O\u2019Neill",
			"'; --"})
	void whatCanBeSeenIsKept(String name) {
		assertThat(OneLine.isPlain(name)).isTrue();
		assertThat(OneLine.of(name)).isEqualTo(name);
	}

	@ParameterizedTest
	@ValueSource(strings = {"  Dora   Example ", "Dora\u00A0Example", "Dora \u3000 Example", "Dora\tExample"})
	void anySpaceIsOneSpace(String said) {
		assertThat(OneLine.of(said)).isEqualTo("Dora Example");
	}

	@Test
	void linesBecomeOne() {
		assertThat(OneLine.of("Dora\r\nBcc: x@example.org\u0085more")).isEqualTo("Dora Bcc: x@example.org more");
	}

}
