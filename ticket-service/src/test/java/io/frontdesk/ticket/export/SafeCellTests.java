package io.frontdesk.ticket.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeCellTests {

	@ParameterizedTest
	@ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\ttext", "\rtext", "\ntext", "＝1+1", "＋1",
			"－1", "＠SUM(A1)", " =1", "\u00A0=1", "\u202E=1", "\u200B=1", "\uFEFF@SUM(A1)",
			"=HYPERLINK(\"http://x\")\nmore",
			"-"})
	void formulaBecomesText(String text) {
		assertThat(SafeCell.of(text)).isEqualTo("'" + text);
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "Printer", "a=b", "2-3", "carol@example.com", "'=1", " Printer", "“=1”", "Drucker\n=1"})
	void otherTextStays(String text) {
		assertThat(SafeCell.of(text)).isEqualTo(text);
	}

}
