package io.frontdesk.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class GatewaySettingsTests {

	private final ApplicationContextRunner context = new ApplicationContextRunner()
			.withUserConfiguration(Settings.class);

	@Test
	void missingSecretSaysWhereItComesFrom() {
		this.context.run(it -> assertThat(it.getStartupFailure()).rootCause()
				.hasMessageContaining("set FRONTDESK_GATEWAY_CLIENTSECRET"));
	}

	@Test
	void httpsMakesCookiesOfThisHostOnly() {
		this.context
				.withPropertyValues("frontdesk.gateway.clientsecret=s",
						"frontdesk.gateway.url=https://support.example.com")
				.run(it -> assertThat(it.getBean(GatewaySettings.class).cookieName("frontdesk"))
						.isEqualTo("__Host-frontdesk"));
	}

	@Test
	void plainHttpHasPlainCookies() {
		this.context.withPropertyValues("frontdesk.gateway.clientsecret=s")
				.run(it -> assertThat(it.getBean(GatewaySettings.class).cookieName("frontdesk"))
						.isEqualTo("frontdesk"));
	}

	@EnableConfigurationProperties(GatewaySettings.class)
	static class Settings {}

}
