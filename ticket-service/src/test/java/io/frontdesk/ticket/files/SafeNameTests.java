package io.frontdesk.ticket.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeNameTests {

	private static final String FAMILY = "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			U\u0308bersicht.pdf                  | \u00dcbersicht.pdf
			Screen 10.15.32\u202fPM.png          | Screen 10.15.32\u202fPM.png
			It\u2019s \u201cfinal\u201d; v2.doc | It\u2019s \u201cfinal\u201d; v2.doc
			say "no"; now.txt                    | say no; now.txt
			photo\u202egpj.exe                   | photogpj.exe
			\u200d.                              | attachment
			""")
	void nameIsReadableAndItsOwn(String sent, String shown) {
		assertThat(SafeName.of(sent)).isEqualTo(shown);
	}

	@Test
	void joinersThatBrowsersReplaceInADownloadAreLeftOut() {
		assertThat(SafeName.of(FAMILY + ".heic")).isEqualTo(FAMILY.replace("\u200d", "") + ".heic");
	}

	@Test
	void longNameKeepsItsBeginningAndItsEndingAndNoHalfCharacter() {
		assertThat(SafeName.of("Offer " + "x".repeat(200) + ".tiff")).hasSize(120)
				.startsWith("Offer x")
				.endsWith("x.tiff");
		assertThat(SafeName.of("a" + "\ud83d\udd25".repeat(100) + ".pdf"))
				.isEqualTo("a" + "\ud83d\udd25".repeat(57) + ".pdf");
	}

}
