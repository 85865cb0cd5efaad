package io.frontdesk.ticket.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.frontdesk.events.Actor;
import io.frontdesk.events.Classification;
import io.frontdesk.events.Person;
import io.frontdesk.events.Source;
import io.frontdesk.events.TicketStatus;
import io.frontdesk.events.WaitingOn;
import io.frontdesk.events.reference.SignedReferences;
import io.frontdesk.ticket.Mails;
import io.frontdesk.ticket.TicketServiceTest;
import io.frontdesk.ticket.conversation.Conversation;
import io.frontdesk.ticket.conversation.Message;
import io.frontdesk.ticket.lifecycle.TicketChange;
import io.frontdesk.ticket.lifecycle.TicketDesk;

@TicketServiceTest
class MailDeskIT {

	private static final Actor ALICE = Actor.staff(Person.of("alice@frontdesk.test", "Alice Adams"), Source.WEB);

	private final MailDesk mails;

	private final TicketDesk tickets;

	private final Conversation conversation;

	private final SignedReferences signed = new SignedReferences(TicketServiceTest.KEY);

	@Autowired
	MailDeskIT(MailDesk mails, TicketDesk tickets, Conversation conversation) {
		this.mails = mails;
		this.tickets = tickets;
		this.conversation = conversation;
	}

	@Test
	void mailOpensATicketWithSevenDigits() {
		var placement = this.mails.receive(Mails.from("dora@example.org").mail());
		assertThat(placement).isInstanceOf(Placement.Opened.class);
		var ticket = this.tickets.get(placement.ticket(), ALICE);
		assertThat(ticket.id()).isBetween(1_000_000L, 9_999_999L);
		assertThat(ticket.subject()).isEqualTo("Printer on fire");
		assertThat(ticket.message()).isEqualTo("It smokes.");
		assertThat(ticket.requester().email()).isEqualTo("dora@example.org");
		assertThat(ticket.source()).isEqualTo(Source.MAIL);
		assertThat(ticket.waitingOn()).isEqualTo(WaitingOn.STAFF);
		assertThat(texts(ticket.id())).containsExactly("It smokes.");
	}

	@Test
	void answerToOurMailGoesToItsTicketFromAnyAddress() {
		var ticket = open("dora@example.org");
		var ours = this.signed.messageId(ticket, UUID.randomUUID(), "frontdesk.test");
		assertThat(this.mails.receive(Mails.from("dora.private@example.net").answering(ours).mail()))
				.isEqualTo(new Placement.Appended(ticket));
		var address = this.signed.replyAddress(ticket, "support@frontdesk.test");
		assertThat(this.mails.receive(Mails.from("dora@example.org").to(address).mail()))
				.isEqualTo(new Placement.Appended(ticket));
		assertThat(texts(ticket)).hasSize(3);
	}

	@Test
	void participantFindsTheTicketByItsIdInTheSubject() {
		var ticket = open("dora@example.org");
		assertThat(
				this.mails.receive(Mails.from("dora@example.org").subject("AW: fire [#%d]".formatted(ticket)).mail()))
				.isEqualTo(new Placement.Appended(ticket));
	}

	@Test
	void participantFindsTheTicketByTheirOwnEarlierMail() {
		var first = Mails.from("dora@example.org").mail();
		var ticket = this.mails.receive(first).ticket();
		assertThat(this.mails.receive(Mails.from("dora@example.org").answering(first.messageId()).mail()))
				.isEqualTo(new Placement.Appended(ticket));
	}

	@Test
	void strangerNeverWritesIntoATicket() {
		var ticket = open("dora@example.org");
		var placement = this.mails
				.receive(Mails.from("mallory@example.com").subject("[#%d] pay here".formatted(ticket)).mail());
		assertThat(placement).isInstanceOfSatisfying(Placement.StrangerOpenedNew.class,
				opened -> assertThat(opened.possibly()).isEqualTo(ticket));
		assertThat(placement.ticket()).isNotEqualTo(ticket);
		assertThat(texts(ticket)).hasSize(1);
	}

	@Test
	void forgedReferenceIsAStrangers() {
		var ticket = open("dora@example.org");
		var forged = new SignedReferences("ffffffffffffffffffffffffffffffff").messageId(ticket, UUID.randomUUID(),
				"frontdesk.test");
		assertThat(this.mails.receive(Mails.from("mallory@example.com").answering(forged).mail()))
				.isInstanceOf(Placement.Opened.class);
		assertThat(texts(ticket)).hasSize(1);
	}

	@Test
	void closedTicketReopensOnAClientsAnswer() {
		var ticket = open("dora@example.org");
		this.tickets.change(ticket, TicketChange.status(TicketStatus.CLOSED), ALICE);
		this.mails.receive(Mails.from("dora@example.org").subject("[#%d]".formatted(ticket)).mail());
		var reopened = this.tickets.get(ticket, ALICE);
		assertThat(reopened.status()).isEqualTo(TicketStatus.OPEN);
		assertThat(reopened.responseTime()).isNull();
	}

	@Test
	void outOfOfficeAnswerIsKeptButReopensNothing() {
		var ticket = open("dora@example.org");
		this.tickets.change(ticket, TicketChange.status(TicketStatus.CLOSED), ALICE);
		this.mails.receive(
				Mails.from("dora@example.org").subject("[#%d]".formatted(ticket)).as(Classification.AUTO_REPLY).mail());
		assertThat(this.tickets.get(ticket, ALICE).status()).isEqualTo(TicketStatus.CLOSED);
		assertThat(texts(ticket)).hasSize(2);
	}

	@Test
	void idOfNoTicketOpensANewOne() {
		assertThat(this.mails.receive(Mails.from("dora@example.org").subject("[#123456789012345678]").mail()))
				.isInstanceOf(Placement.Opened.class);
	}

	@Test
	void subjectIsNeverEmptyAndNeverEndless() {
		var blank = this.mails.receive(Mails.from("dora@example.org").subject("  ").mail()).ticket();
		assertThat(this.tickets.get(blank, ALICE).subject()).isEqualTo("(no subject)");
		var endless = this.mails.receive(Mails.from("dora@example.org").subject("x".repeat(10_000)).mail()).ticket();
		assertThat(this.tickets.get(endless, ALICE).subject()).hasSize(500).endsWith("…");
	}

	private long open(String sender) {
		return this.mails.receive(Mails.from(sender).mail()).ticket();
	}

	private List<String> texts(long ticket) {
		return this.conversation.page(ticket, ALICE, null, 100).messages().stream().map(Message::body)
				.toList();
	}

}
