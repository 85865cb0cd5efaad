package io.frontdesk.notification.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingSettingsTests {

	private final WritingSettings settings = new WritingSettings("en", Map.of("de", "de", "example.ch", "de",
			"fr.example.ch", "en"), URI.create("http://localhost:8080"));

	@ParameterizedTest
	@CsvSource({"dora@example.org, en", "dora@example.de, de", "dora@made.example, en", "dora@example.ch, de",
			"dora@other.ch, en", "dora@mail.example.ch, de", "dora@fr.example.ch, en", "nobody, en"})
	void theLongestEndOfTheDomainDecides(String address, String locale) {
		assertThat(this.settings.localeOf(address)).isEqualTo(locale);
	}

}
