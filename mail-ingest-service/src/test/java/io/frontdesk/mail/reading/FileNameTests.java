package io.frontdesk.mail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTests {

	private static final String FAMILY = "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			U\u0308bersicht.pdf                  | \u00dcbersicht.pdf
			Screen 10.15.32\u202fPM.png          | Screen 10.15.32\u202fPM.png
			\u0645\u06cc\u200c\u062e\u0648.pdf | \u0645\u06cc\u062e\u0648.pdf
			It\u2019s \u201cfinal\u201d; v2.doc | It\u2019s \u201cfinal\u201d; v2.doc
			say "no"; now.txt                    | say no; now.txt
			photo\u202egpj.exe                   | photogpj.exe
			\u200d.                              | attachment-3.png
			""")
	void nameIsReadableAndItsOwn(String sent, String shown) {
		assertThat(FileName.of(sent, "image/png", 3)).isEqualTo(shown);
	}

	@Test
	void joinersThatBrowsersReplaceInADownloadAreLeftOut() {
		assertThat(FileName.of(FAMILY + ".heic", "image/heic", 1)).isEqualTo(FAMILY.replace("\u200d", "") + ".heic");
	}

	@Test
	void longNameKeepsItsBeginningAndItsEndingAndNoHalfCharacter() {
		assertThat(FileName.of("Offer " + "x".repeat(200) + ".tiff", "image/tiff", 1)).hasSize(120)
				.startsWith("Offer x")
				.endsWith("x.tiff");
		assertThat(FileName.of("\ud83d\udd25".repeat(100) + "a.pdf", "application/pdf", 1))
				.isEqualTo("\ud83d\udd25".repeat(58) + ".pdf");
		assertThat(FileName.of("a" + "\ud83d\udd25".repeat(100) + ".pdf", "application/pdf", 1))
				.isEqualTo("a" + "\ud83d\udd25".repeat(57) + ".pdf");
	}

}
