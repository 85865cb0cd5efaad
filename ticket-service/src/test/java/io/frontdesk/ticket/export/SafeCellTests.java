package io.frontdesk.ticket.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCellTests {

	@ParameterizedTest
	@ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\ttext", "\rtext", "\ntext", "\0text", "＝1+1", "＋1", "－1",
			"＠SUM(A1)", "﹦1", "﹢1", "﹣1", "﹫SUM(A1)", "⁼1", "−1", "=HYPERLINK(\"http://x\")\nmore", "-", "\"=1\"",
			"\"\"=1"})
	void formulaBecomesText(String text) {
		assertThat(SafeCell.of(text)).isEqualTo("'" + text);
	}

	/** Blanks, bidi controls, joiners, variation selectors, tags, fillers, controls, private use, no characters. */
	@ParameterizedTest
	@ValueSource(ints = {' ', 0xA0, 0x1680, 0x2003, 0x202F, 0x205F, 0x3000, 0xAD, 0x200B, 0x200C, 0x200D, 0x200E,
			0x200F,
			0x202A, 0x202D, 0x202E, 0x2060, 0x2064, 0x2066, 0x2069, 0xFEFF, 0x61C, 0x34F, 0x180B, 0x180E, 0xFE00,
			0xFE0F,
			0xE0100, 0xE0001, 0xE0020, 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800, 0x17B4, 0x0, 0x1, 0x8, 0xB, 0xC, 0x1B,
			0x1F,
			0x7F, 0x80, 0x85, 0x9F, 0x2028, 0x2029, 0xFFF9, 0xFFFE, 0x2065, 0xE000, 0x301})
	void signBehindWhatIsInvisibleIsNoBeginningOfAFormula(int character) {
		for (var sign : "=+-@＝＋－＠".split("")) {
			for (var before : new String[]{Character.toString(character), Character.toString(character).repeat(3),
					" " + Character.toString(character) + "\u200B"}) {
				assertThat(SafeCell.of(before + sign + "1")).isEqualTo("'" + before + sign + "1");
			}
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {"a;=1|a;'=1", "a; =1|a;' =1", "a;\"=1\"|a;'\"=1\"", ";=1|;'=1",
			"a;b;-1;c|a;b;'-1;c"})
	void cellThatASemicolonBeginsWithinOursIsTextToo(String text, String safe) {
		assertThat(SafeCell.of(text)).isEqualTo(safe);
	}

	@Test
	void cellThatATabOrALineBeginsWithinOursIsTextToo() {
		assertThat(SafeCell.of("a\t=1")).isEqualTo("a\t'=1");
		assertThat(SafeCell.of("\t=1")).isEqualTo("'\t'=1");
		assertThat(SafeCell.of("\r=1")).isEqualTo("'\r'=1");
		assertThat(SafeCell.of("Drucker\n=1")).isEqualTo("Drucker\n'=1");
		assertThat(SafeCell.of("Drucker\r\n\u200B@x")).isEqualTo("Drucker\r'\n'\u200B@x");
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "Printer", "a=b", "2-3", "carol@example.com", "'=1", " Printer", "“=1”", "a; b",
			"a;1-2", "Ärger: 2=3",
			"한국 =1", "\u200Btext", "x\u200B=1"})
	void otherTextStays(String text) {
		assertThat(SafeCell.of(text)).isEqualTo(text);
	}

}
