package io.frontdesk.mail.reading;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import static io.frontdesk.mail.reading.Letter.body;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetsTests {

	@ParameterizedTest
	@CsvSource({"gb2312, GB18030, 镕", "ks_c_5601-1987, x-windows-949, 뷁", "iso-2022-jp, x-windows-iso2022jp, ①髙",
			"shift_jis, windows-31j, ①", "iso-8859-1, windows-1252, “€”", "windows1251, windows-1251, Принтер",
			"cp-850, IBM850, Drücker", "'\"utf-8\" ', UTF-8, Drücker", "utf8, UTF-8, Drücker",
			"'iso-8859-1http-equivcontent-type', ISO-8859-1, Drücker", "x-unknown, UTF-8, Drücker",
			"utf-8, windows-1252, Drücker"})
	void charsetIsWhatItsSenderMeans(String named, String written, String text) throws Exception {
		assertThat(body("text/plain; charset=" + named, text, Charset.forName(written))).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource({"iso-8859-1, Drücker", "us-ascii, Drücker – kaputt", "windows-1251, Принтер", "koi8-r, Принтер",
			"gb2312, 打印机今天早上坏了", "shift_jis, プリンターが動きません", "euc-kr, 프린터가 고장났어요"})
	void textThatIsUtf8IsReadAsSuchWhateverIsSaid(String named, String text) throws Exception {
		assertThat(body("text/plain; charset=" + named, text, StandardCharsets.UTF_8)).isEqualTo(text);
	}

	@ParameterizedTest
	@CsvSource({"gb2312, GB18030, 打印机今天早上坏了", "gb2312, GB18030, 联通", "big5, Big5, 門打不開",
			"shift_jis, windows-31j, ｶﾞｽ", "euc-kr, x-windows-949, 문이 안 열려요", "iso-8859-1, windows-1252, Ärger"})
	void textThatIsNotUtf8StaysInItsCharset(String named, String written, String text) throws Exception {
		assertThat(body("text/plain; charset=" + named, text, Charset.forName(written))).isEqualTo(text);
	}

	@Test
	void utf7IsRead() throws Exception {
		assertThat(body("text/plain; charset=utf-7", "Dr+APw-cker 1 +- 1", StandardCharsets.US_ASCII))
				.isEqualTo("Drücker 1 + 1");
	}

	@Test
	void unnamedCharsetIsGuessedFromEnoughText() throws Exception {
		var text = "Здравствуйте, наш принтер не печатает и громко шумит уже второй день подряд";
		assertThat(body("text/plain", text, Charset.forName("windows-1251"))).isEqualTo(text);
		assertThat(body("text/plain", "プリンタが燃えています", Charset.forName("ISO-2022-JP"))).isEqualTo("プリンタが燃えています");
	}

	@Test
	void textCutWithinACharacterStaysUtf8() throws Exception {
		var bytes = Arrays.copyOf("Drücker für Bürö".getBytes(StandardCharsets.UTF_8), 19);
		assertThat(body("text/plain; charset=utf-8", bytes)).startsWith("Drücker für Bür");
	}

}
