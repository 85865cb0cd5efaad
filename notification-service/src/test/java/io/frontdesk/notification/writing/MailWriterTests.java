package io.frontdesk.notification.writing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.frontdesk.events.Classification;
import io.frontdesk.events.Person;
import io.frontdesk.notification.Tickets;

class MailWriterTests {

	private final MailWriter writer = new MailWriter();

	@Test
	void automaticReplySaysThankYouWithAddressAndId() {
		var mail = this.writer.write(Tickets.created(2233444, "dora@example.org", Classification.PERSON));
		assertThat(mail.subject()).isEqualTo("Re: Printer on fire [#2233444]");
		assertThat(mail.body()).startsWith("""
				Thank you dora@example.org,

				your ticket has been created, your ticket id is 2233444.
				""");
	}

	@Test
	void statusMailSaysWhatItWasAndWhatItIs() {
		assertThat(this.writer.write(Tickets.closed(2233444, "dora@example.org", Tickets.ALICE)).body())
				.contains("ticket 2233444 is now closed; it was open", "answer this mail and the ticket opens again");
	}

	@Test
	void machinesGetNoAutomaticReply() {
		assertThat(Suppression.of(Tickets.created(2233444, "dora@example.org", Classification.PERSON))).isNull();
		assertThat(Suppression.of(Tickets.created(2233444, "dora@example.org", Classification.AUTO_REPLY)))
				.contains("auto-reply");
		assertThat(Suppression.of(Tickets.created(2233444, "dora@example.org", Classification.LIST))).contains("list");
	}

	@ParameterizedTest
	@ValueSource(strings = {"no-reply@example.org", "noreply+17@example.org", "Do-Not-Reply@example.org",
			"MAILER-DAEMON@example.org"})
	void addressesThatNobodyReadsGetNoMail(String address) {
		assertThat(Suppression.of(Tickets.created(2233444, address, Classification.PERSON))).contains("Nobody reads");
		assertThat(Suppression.of(Tickets.closed(2233444, address, Tickets.ALICE))).contains("Nobody reads");
	}

	@Test
	void whoChangesTheStatusIsNotToldOfIt() {
		assertThat(Suppression.of(Tickets.closed(2233444, "dora@example.org", Tickets.ALICE))).isNull();
		assertThat(Suppression.of(Tickets.closed(2233444, "dora@example.org", Person.of("dora@example.org", ""))))
				.isNotNull();
	}

}
