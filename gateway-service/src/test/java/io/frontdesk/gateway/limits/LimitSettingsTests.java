package io.frontdesk.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class LimitSettingsTests {

	private final ApplicationContextRunner context = new ApplicationContextRunner()
			.withUserConfiguration(Settings.class);

	@Test
	void withoutSettingsThereAreLimits() {
		this.context.run(it -> assertThat(it.getBean(LimitSettings.class)).isEqualTo(new LimitSettings(true,
				new LimitSettings.Caller(50, 200), new LimitSettings.Anonymous(30, 150),
				new LimitSettings.Upload(5, 20), new LimitSettings.Open(100, 100),
				new LimitSettings.Stream(30, 1000))));
	}

	@Test
	void settingsRaiseThem() {
		this.context.withPropertyValues("frontdesk.limits.caller.persecond=2000", "frontdesk.limits.caller.burst=4000")
				.run(it -> assertThat(it.getBean(LimitSettings.class).caller())
						.isEqualTo(new LimitSettings.Caller(2000, 4000)));
	}

	@Test
	void limitOfNothingIsAMistake() {
		this.context.withPropertyValues("frontdesk.limits.caller.burst=0")
				.run(it -> assertThat(it.getStartupFailure()).rootCause().hasMessageContaining("caller.burst"));
	}

	@EnableConfigurationProperties(LimitSettings.class)
	static class Settings {}

}
