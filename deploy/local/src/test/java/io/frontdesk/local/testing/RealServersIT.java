package io.frontdesk.local.testing;

import java.sql.Connection;
import java.sql.DriverManager;

import io.frontdesk.local.mail.Letter;
import io.frontdesk.local.mail.MailClient;
import io.frontdesk.local.testing.RealServers.Kind;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

import static org.assertj.core.api.Assertions.assertThat;

@SpringJUnitConfig
@RealServers({Kind.POSTGRES, Kind.KAFKA, Kind.MAIL})
class RealServersIT {

	@Autowired
	Environment environment;

	@Autowired
	MailClient mail;

	@Test
	void contextOwnsItsDatabaseAndMayCreateTrustedExtensions() throws Exception {
		try (Connection connection = DriverManager.getConnection(property("spring.datasource.url"),
				property("spring.datasource.username"), property("spring.datasource.password"));
				var statement = connection.createStatement()) {
			statement.execute("create extension pg_trgm");
			var rows = statement.executeQuery("select similarity('frontdesk', 'frontdesk'), current_setting('fsync')");
			rows.next();
			assertThat(rows.getFloat(1)).isEqualTo(1);
			assertThat(rows.getString(2)).isEqualTo("on");
		}
	}

	@Test
	void kafkaAnswersAtTheGivenAddress() {
		assertThat(property("spring.kafka.bootstrap-servers")).isEqualTo(SharedServers.kafka().bootstrapServers());
		assertThat(SharedServers.kafka().answers()).isTrue();
	}

	@Test
	void mailSentReachesTheMailboxThatTheIntakeIsToldOf() throws Exception {
		String address = property("frontdesk.intake.mailboxes[0].username");
		String id = this.mail.send(Letter.of("carol@example.com", address, "Hello", "Is anyone there?"));
		assertThat(this.mail.inbox(address)).singleElement()
				.satisfies(it -> assertThat(it.messageId()).isEqualTo(id));
	}

	private String property(String name) {
		return this.environment.getRequiredProperty(name);
	}

}
