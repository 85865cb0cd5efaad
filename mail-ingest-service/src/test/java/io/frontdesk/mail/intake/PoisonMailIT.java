package io.frontdesk.mail.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.frontdesk.identity.Callers;
import io.frontdesk.mail.Api;
import io.frontdesk.mail.LedgerClerk;
import io.frontdesk.mail.MailIngestTest;

@MailIngestTest
class PoisonMailIT {

	private final LedgerClerk clerk;

	private final JdbcClient jdbc;

	private final MockMvcTester mvc;

	@Autowired
	PoisonMailIT(LedgerClerk clerk, JdbcClient jdbc, MockMvcTester mvc) {
		this.clerk = clerk;
		this.jdbc = jdbc;
		this.mvc = mvc;
	}

	@Test
	void mailThatTheDatabaseRefusesIsQuarantinedAndKeepsBackNoOther() {
		this.jdbc.sql("alter table intake_entry add constraint poison check (subject <> 'poison')").update();
		try {
			var poison = this.clerk.take("From: dora@example.org\nSubject: poison\n\nhello");
			var after = this.clerk.take("From: dora@example.org\nSubject: after\n\nhello");
			assertThat(outcome(poison)).startsWith("QUARANTINED: It can be read, but not be told of: ")
					.contains("database refuses", "Release it").doesNotContain("poison", "Exception");
			assertThat(outcome(after)).startsWith("PENDING");
			var api = new Api(this.mvc, Callers.superAdmin());
			assertThat(api.problem(HttpMethod.POST, "/intake/%s/retry".formatted(poison), null,
					HttpStatus.UNPROCESSABLE_CONTENT)).isEqualTo("mail-still-refused");
			assertThat(outcome(poison)).startsWith("QUARANTINED");
		} finally {
			this.jdbc.sql("alter table intake_entry drop constraint poison").update();
		}
	}

	private String outcome(UUID id) {
		return this.jdbc.sql("select outcome || ': ' || coalesce(reason, '') from intake_entry where id = ?")
				.param(id)
				.query(String.class)
				.single();
	}

}
