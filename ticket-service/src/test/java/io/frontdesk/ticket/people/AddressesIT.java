package io.frontdesk.ticket.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.frontdesk.events.Person;
import io.frontdesk.events.UserChanged;
import io.frontdesk.ticket.Mails;
import io.frontdesk.ticket.TicketServiceTest;
import io.frontdesk.ticket.Viewers;
import io.frontdesk.ticket.intake.MailDesk;
import io.frontdesk.ticket.lifecycle.TicketDesk;
import io.frontdesk.ticket.sight.Viewer;

/** Whose a mail is, once people have had more than one address. */
@TicketServiceTest
class AddressesIT {

	private static final Viewer ALICE = Viewers.staff(Person.of("alice@frontdesk.test", "Alice Adams"));

	private final String old = UUID.randomUUID() + "@example.org";

	private final String now = "new-" + this.old;

	private final UUID user = Person.idOf(this.old);

	private final MailDesk mails;

	private final TicketDesk tickets;

	private final People people;

	@Autowired
	AddressesIT(MailDesk mails, TicketDesk tickets, People people) {
		this.mails = mails;
		this.tickets = tickets;
		this.people = people;
	}

	@Test
	void whoHasAnotherAddressNowIsTheSameFromBoth() {
		var before = mailFrom(this.old);
		moved(List.of(this.old));
		for (var ticket : List.of(before, mailFrom(this.now), mailFrom(this.old))) {
			var requester = this.tickets.get(ticket, ALICE).requester();
			assertThat(requester.id()).isEqualTo(this.user);
			assertThat(requester.email()).as("where our mails go").isEqualTo(this.now);
		}
	}

	@Test
	void answerFromEitherAddressGoesToTheTicket() {
		var ticket = mailFrom(this.old);
		moved(List.of(this.old));
		for (var from : List.of(this.old, this.now)) {
			assertThat(Mails.receive(this.mails,
					Mails.from(from).subject("Re: fire [#%d]".formatted(ticket)).mail()).ticket()).isEqualTo(ticket);
		}
	}

	@Test
	void addressInBetweenIsNobodyElses() {
		mailFrom(this.old);
		moved(List.of(this.old, "between-" + this.old));
		assertThat(requesterOfMailFrom("between-" + this.old)).isEqualTo(this.user);
	}

	@Test
	void addressThatWasFreedIsOfAnotherPersonWhoSeesNothingOfTheFirst() {
		var ticket = mailFrom(this.old);
		moved(List.of());
		var stranger = Person.of(this.old, "").next().id();
		assertThat(requesterOfMailFrom(this.old)).isEqualTo(stranger);
		assertThat(requesterOfMailFrom(this.old)).as("the second time").isEqualTo(stranger);
		assertThat(Mails.receive(this.mails,
				Mails.from(this.old).subject("Re: fire [#%d]".formatted(ticket)).mail()).ticket()).isNotEqualTo(ticket);
		assertThat(this.tickets.get(ticket, ALICE).requester().id()).isEqualTo(this.user);
	}

	@Test
	void directoryHasTheLastWordOnWhoseAnAddressIs() {
		mailFrom(this.now);
		moved(List.of(this.old));
		assertThat(requesterOfMailFrom(this.now)).isEqualTo(this.user);
		this.people.update(List.of(changed(List.of("late-" + this.old), 0)));
		assertThat(requesterOfMailFrom(this.old)).as("news of before").isEqualTo(this.user);
	}

	@Test
	void mailsThatComeTogetherKeepTheirSendersNames() {
		var ids = this.people.idsOf(List.of(Person.of(this.old, "One"), Person.of(this.old, "Other"),
				Person.of(this.now, "Another")));
		assertThat(ids).containsOnlyKeys(this.old, this.now).containsEntry(this.old, this.user);
	}

	private void moved(List<String> former) {
		this.people.update(List.of(changed(former, 5)));
	}

	private UserChanged changed(List<String> former, long version) {
		return new UserChanged(this.user, this.now, "Dora", "Example", null, false, true, version, former);
	}

	private long mailFrom(String address) {
		return Mails.receive(this.mails, Mails.from(address).mail()).ticket();
	}

	private UUID requesterOfMailFrom(String address) {
		return this.tickets.get(mailFrom(address), ALICE).requester().id();
	}

}
