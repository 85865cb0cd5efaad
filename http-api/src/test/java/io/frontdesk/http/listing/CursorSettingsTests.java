package io.frontdesk.http.listing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class CursorSettingsTests {

	private final ApplicationContextRunner service = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ListingAutoConfiguration.class));

	@Test
	void serviceWithoutKeySaysWhatToSet() {
		this.service.run(context -> assertThat(context).hasFailed()
				.getFailure()
				.rootCause()
				.hasMessageContaining("set FRONTDESK_HTTP_KEY"));
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "00", "not hex, though it is longer than sixty-four letters, all of them together so",
			"00112233445566778899aabbccddeeff00112233445566778899aabbccddeef"})
	void whatIsNoKeyIsRefused(String key) {
		this.service.withPropertyValues("frontdesk.http.key=" + key)
				.run(context -> assertThat(context).hasFailed()
						.getFailure()
						.rootCause()
						.hasMessageContaining("64 hex digits"));
	}

	@Test
	void keyIsInNoLog() {
		var key = "ab".repeat(32);
		assertThat(new CursorSettings(key).toString()).doesNotContain(key);
	}

}
