package io.frontdesk.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.web.MockHttpServletRequest;

class GatewaySettingsTests {

	private final ApplicationContextRunner context = new ApplicationContextRunner()
			.withUserConfiguration(Settings.class);

	@Test
	void missingSecretSaysWhereItComesFrom() {
		this.context.run(it -> assertThat(it.getStartupFailure()).rootCause()
				.hasMessageContaining("set FRONTDESK_GATEWAY_CLIENTSECRET"));
	}

	@ParameterizedTest
	@CsvSource({"https://support.example.com, false, __Host-frontdesk", "http://localhost:8080, true, __Host-frontdesk",
			"http://localhost:8080, false, frontdesk"})
	void httpsMakesCookiesOfThisHostOnly(String url, boolean secure, String name) {
		var request = new MockHttpServletRequest();
		request.setSecure(secure);
		this.context.withPropertyValues("frontdesk.gateway.clientsecret=s", "frontdesk.gateway.url=" + url)
				.run(it -> assertThat(it.getBean(GatewaySettings.class).cookieName(request, "frontdesk"))
						.isEqualTo(name));
	}

	@EnableConfigurationProperties(GatewaySettings.class)
	static class Settings {}

}
