package io.frontdesk.mail.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

import io.frontdesk.mail.intake.IntakeSettings.Mailbox.Security;

class IntakeSettingsTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
			.withUserConfiguration(Settings.class)
			.withPropertyValues(mailbox(0, "support@frontdesk.test", "password=secret"));

	@Test
	void mailboxNeedsAPasswordOrOAuth() {
		this.runner.run(context -> assertThat(context.getBean(IntakeSettings.class).mailboxes()).singleElement()
				.satisfies(mailbox -> assertThat(mailbox.security()).isEqualTo(Security.TLS)));
		this.runner.withPropertyValues(mailbox(1, "sales@frontdesk.test", "oauth.token-uri=https://login.test/token",
				"oauth.client-id=frontdesk", "oauth.client-secret=s3cret", "oauth.refresh-token=r"))
				.run(context -> assertThat(context).hasNotFailed());
		this.runner.withPropertyValues(mailbox(1, "sales@frontdesk.test"))
				.run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("either"));
	}

	@Test
	void passwordCrossesANetworkInTheClearOnlyIfOneSaysSo() {
		this.runner.withPropertyValues(mailbox(1, "sales@frontdesk.test", "password=secret", "security=none"))
				.run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("in the clear"));
		for (var more : List.of(List.of("host=localhost"), List.of("host=127.0.0.1"), List.of("insecure=true"))) {
			this.runner
					.withPropertyValues(mailbox(1, "sales@frontdesk.test",
							Stream.concat(Stream.of("password=secret", "security=none"), more.stream())
									.toArray(String[]::new)))
					.run(context -> assertThat(context).hasNotFailed());
		}
	}

	@Test
	void portFollowsFromHowItIsEncrypted() {
		this.runner.withPropertyValues(mailbox(1, "sales@frontdesk.test", "password=secret", "security=starttls"))
				.withPropertyValues(mailbox(2, "team@frontdesk.test", "password=secret", "port=1143"))
				.run(context -> assertThat(context.getBean(IntakeSettings.class).mailboxes())
						.extracting(IntakeSettings.Mailbox::port)
						.containsExactly(993, 143, 1143));
	}

	@Test
	void mailboxIsNamedOnce() {
		this.runner.withPropertyValues(mailbox(1, "Support@frontdesk.test", "password=secret"))
				.run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("twice"));
	}

	@Test
	void serversWhoseWordCountsAreNamedAsTheyNameThemselves() {
		this.runner
				.run(context -> assertThat(context.getBean(IntakeSettings.class).mailboxes().getFirst().authservId())
						.isEmpty());
		this.runner.withPropertyValues(mailbox(0, "support@frontdesk.test", "authservid=mx.google.com,mx.example.com"))
				.run(context -> assertThat(context.getBean(IntakeSettings.class).mailboxes().getFirst().authservId())
						.containsExactly("mx.google.com", "mx.example.com"));
		for (var wrong : List.of("mx.google.com;", "\"mx\"", "spf=pass", " ")) {
			this.runner.withPropertyValues(mailbox(0, "support@frontdesk.test", "authservid[0]=" + wrong))
					.run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("authservId"));
		}
	}

	@Test
	void secretsAreNotPrinted() {
		this.runner
				.run(context -> assertThat(context.getBean(IntakeSettings.class).toString()).doesNotContain("secret"));
	}

	private static String[] mailbox(int index, String address, String... more) {
		var prefix = "frontdesk.intake.mailboxes[%d].".formatted(index);
		return Stream
				.concat(Stream.of("address=" + address, "host=mail.test", "username=" + address),
						Stream.of(more))
				.map(prefix::concat)
				.toArray(String[]::new);
	}

	@EnableConfigurationProperties(IntakeSettings.class)
	static class Settings {}

}
