package io.frontdesk.ticket.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTests {

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = {"Printer on FIRE!,printer on fire", "Müller-Lüdenscheidt,muller ludenscheidt",
			"Straße,strasse", "e\u0301te\u0301,ete", "anna@acme.example,anna acme example", "Ærø,aerø", "ﬁle №7,file 7",
			"打印机坏了,打 印 机 坏 了", "שָׁלוֹם עולם,שלום עולם", "🎉 party 🎉,party", "C++,c", "🎉,''", "a_b,a b",
			"İstanbul,istanbul"})
	void wordsHaveNoCaseNoAccentsNoPunctuation(String text, String words) {
		assertThat(Words.joined(text)).isEqualTo(words);
	}

	@Test
	void wordKnowsWhereItStands() {
		var text = "Über: 𝒜 naïve Straße";
		assertThat(Words.in(text)).extracting(word -> text.substring(word.start(), word.end()))
				.containsExactly("Über", "𝒜", "naïve", "Straße");
	}

	@Test
	void noWordIsTooLongForTheIndex() {
		assertThat(Words.textsIn("x".repeat(10_000))).singleElement().asString().hasSize(60);
		assertThat(Words.textsIn("\u0000a\uD800b")).containsExactly("a", "b");
	}

}
