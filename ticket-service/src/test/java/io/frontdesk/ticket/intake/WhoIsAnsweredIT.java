package io.frontdesk.ticket.intake;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.frontdesk.events.Authentication.Proof;
import io.frontdesk.events.Classification;
import io.frontdesk.events.Person;
import io.frontdesk.events.TicketSnapshot;
import io.frontdesk.events.reference.SignedReferences;
import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.ticket.Api;
import io.frontdesk.ticket.Mails;
import io.frontdesk.ticket.TicketServiceTest;
import io.frontdesk.ticket.Viewers;
import io.frontdesk.ticket.lifecycle.TicketDesk;
import io.frontdesk.ticket.sight.Viewer;

@TicketServiceTest
class WhoIsAnsweredIT {

	private static final Viewer ALICE = Viewers.staff(Person.of("alice@frontdesk.test", "Alice Adams"));

	private final String nora = "nora-%s@work.example".formatted(UUID.randomUUID());

	private final MailDesk mails;

	private final TicketDesk tickets;

	private final JdbcClient jdbc;

	private final Api alice;

	private final SignedReferences signed = new SignedReferences(TicketServiceTest.KEY);

	@Autowired
	WhoIsAnsweredIT(MailDesk mails, TicketDesk tickets, JdbcClient jdbc, MockMvcTester mvc) {
		this.mails = mails;
		this.tickets = tickets;
		this.jdbc = jdbc;
		this.alice = new Api(mvc, Callers.admin(Features.TICKET_READ));
	}

	@Test
	void replyToOfAPersonIsWhereTheyAreAnsweredAndNotWhoTheyAre() {
		var ticket = open(Mails.from(this.nora).answerTo("nora@home.example"));
		assertThat(ticket.requester().email()).isEqualTo(this.nora);
		assertThat(ticket.requesterAddress()).isEqualTo("nora@home.example");
		assertThat(this.alice.read("/tickets/" + ticket.id()).get("answerTo").asString()).as("staff see it")
				.isEqualTo("nora@home.example");
	}

	@Test
	void replyToIsBelievedInAnAnswerToOurMailAndInNoOther() {
		var ticket = open(Mails.from(this.nora)).id();
		var subject = "Re: Printer on fire [#%d]".formatted(ticket);
		place(Mails.from(this.nora).subject(subject).answerTo("thief@evil.example"), ticket);
		assertThat(get(ticket).answerTo()).isNull();
		place(Mails.from(this.nora).subject(subject).answerTo("nora@home.example").found(Proof.PROVEN), ticket);
		assertThat(get(ticket).answerTo()).isEqualTo("nora@home.example");
		var ours = this.signed.messageId(ticket, UUID.randomUUID(), this.nora, "a.example");
		place(Mails.from(this.nora).answering(ours).as(Classification.AUTO_REPLY), ticket);
		assertThat(get(ticket).answerTo()).as("a program says nothing of it").isEqualTo("nora@home.example");
		place(Mails.from(this.nora).answering(this.signed.messageId(ticket, UUID.randomUUID(), this.nora, "a.example")),
				ticket);
		assertThat(get(ticket).answerTo()).as("she answers at her own address again").isNull();
		assertThat(this.jdbc.sql("select old_value, new_value from history where ticket_id = ? and field = 'answerTo'")
				.param(ticket)
				.query()
				.listOfRows()).hasSize(2);
	}

	@Test
	void requesterIsBelievedInAnAnswerToWhatWentWhereTheyWantItAndNobodyElseIs() {
		var ticket = open(Mails.from(this.nora).answerTo("nora@home.example").cc("tim@work.example")
				.found(Proof.PROVEN)).id();
		var ours = this.signed.messageId(ticket, UUID.randomUUID(), "nora@home.example", "a.example");
		var copy = this.signed.messageId(ticket, UUID.randomUUID(), "tim@work.example", "a.example");
		place(Mails.from(this.nora).answerTo("nora@home.example").answering(ours), ticket);
		place(Mails.from(this.nora).answerTo("tim@work.example").answering(copy), ticket);
		place(Mails.from("tim@work.example").answerTo("nora@home.example").answering(ours), ticket);
		assertThat(verified(ticket)).containsExactly(true, true, false, false);
		assertThat(get(ticket).answerTo()).isEqualTo("nora@home.example");
	}

	/** Who forged the first mail reads at its Reply-To what we sent there. */
	@Test
	void requesterWhomNothingProvesIsNotProvenByAnAnswerToTheirReplyTo() {
		for (var opening : List.of(Mails.from(this.nora), Mails.from(this.nora).found(Proof.NONE),
				Mails.from(this.nora).found(Proof.FAILED))) {
			var ticket = open(opening.answerTo("thief@evil.example")).id();
			var ours = this.signed.messageId(ticket, UUID.randomUUID(), "thief@evil.example", "a.example");
			var address = this.signed.replyAddress(ticket, "thief@evil.example", "support@frontdesk.test");
			place(Mails.from(this.nora).answerTo("thief@evil.example").answering(ours).cc("e2@evil.example"), ticket);
			place(Mails.from(this.nora).answerTo("thief@evil.example").to(address).found(Proof.NONE), ticket);
			assertThat(verified(ticket).subList(1, 3)).containsExactly(false, false);
			assertThat(
					Mails.receive(this.mails, Mails.from("e2@evil.example").subject("[#%d]".formatted(ticket)).mail()))
					.as("whom it was copied to").isInstanceOf(Placement.StrangerOpenedNew.class);
			place(Mails.from("thief@evil.example").to(address), ticket);
			assertThat(verified(ticket)).as("the thief as who they are").last().isEqualTo(true);
		}
	}

	@Test
	void replyToIsTheRequestersOnceTheyAreProven() {
		var ticket = open(Mails.from(this.nora).answerTo("nora@home.example").found(Proof.NONE)).id();
		var ours = this.signed.messageId(ticket, UUID.randomUUID(), "nora@home.example", "a.example");
		var subject = "Re: Printer on fire [#%d]".formatted(ticket);
		place(Mails.from(this.nora).answerTo("nora@home.example").subject(subject).found(Proof.PROVEN), ticket);
		place(Mails.from(this.nora).answerTo("nora@home.example").answering(ours).found(Proof.NONE), ticket);
		assertThat(verified(ticket)).containsExactly(false, true, true);
	}

	@Test
	void replyToOfACopiedPersonIsTheirs() {
		var ticket = open(Mails.from(this.nora).cc("tim@work.example")).id();
		place(Mails.from("tim@work.example").subject("Re: [#%d]".formatted(ticket)).answerTo("tim@home.example")
				.found(Proof.PROVEN), ticket);
		assertThat(get(ticket).answerTo()).isNull();
	}

	@Test
	void formIsNotBelievedWhereAServerLooksAtFrom() {
		var ticket = open(Mails.from(this.nora).via("noreply@shop.example").found(Proof.NONE));
		assertThat(ticket.requester().email()).isEqualTo(this.nora);
		assertThat(verified(ticket.id())).containsExactly(false);
		assertThat(verified(open(Mails.from(this.nora).via("noreply@shop.example")).id())).containsExactly(true);
	}

	@Test
	void mailThatComesAfterItsAnswerJoinsIt() {
		var id = "<%s@work.example>".formatted(UUID.randomUUID());
		var answer = open(Mails.from(this.nora).answering(id, id).subject("Re: Kettle")).id();
		assertThat(Mails.receive(this.mails, Mails.from(this.nora).id(id).mail()))
				.isEqualTo(new Placement.Appended(answer));
		assertThat(
				this.jdbc.sql("select placed_by from message where mail_id = ?").param(id).query(String.class).single())
				.isEqualTo("ANSWERED");
	}

	@Test
	void mailAndItsAnswerThatAreToldOfTogetherAreOneTicketInAnyOrder() {
		var id = "<%s@work.example>".formatted(UUID.randomUUID());
		var placements = this.mails.receive(List.of(Mails.from(this.nora).answering(id).mail(),
				Mails.from("emil@example.org").mail(), Mails.from(this.nora).id(id).mail()));
		assertThat(placements.getLast()).isEqualTo(new Placement.Appended(placements.getFirst().ticket()));
	}

	@Test
	void answerOfAStrangerDrawsNoMailIntoTheirTicket() {
		var id = "<%s@work.example>".formatted(UUID.randomUUID());
		var strangers = open(Mails.from("eve@evil.example").answering(id)).id();
		assertThat(Mails.receive(this.mails, Mails.from(this.nora).id(id).mail()))
				.isInstanceOf(Placement.StrangerOpenedNew.class)
				.extracting(Placement::ticket)
				.isNotEqualTo(strangers);
	}

	@Test
	void threadIndexCountsForAParticipantWhereNoIdDoes() {
		var thread = UUID.randomUUID().toString();
		var ticket = open(Mails.from(this.nora).thread(thread, false)).id();
		place(Mails.from(this.nora).thread(thread, true).answering("<unknown@exchange.example>"), ticket);
		assertThat(Mails.receive(this.mails, Mails.from("eve@evil.example").thread(thread, true).mail()))
				.isInstanceOf(Placement.StrangerOpenedNew.class);
		assertThat(open(Mails.from(this.nora).thread(thread, false)).id())
				.as("one that answers nothing begins a ticket").isNotEqualTo(ticket);
		var other = Mails.from(this.nora).mail();
		var others = Mails.receive(this.mails, other).ticket();
		place(Mails.from(this.nora).thread(thread, true).answering(requireNonNull(other.messageId())), others);
	}

	private TicketSnapshot open(Mails mail) {
		var placement = Mails.receive(this.mails, mail.mail());
		assertThat(placement).isInstanceOf(Placement.Opened.class);
		return get(placement.ticket());
	}

	private void place(Mails mail, long ticket) {
		assertThat(Mails.receive(this.mails, mail.mail())).isEqualTo(new Placement.Appended(ticket));
	}

	private TicketSnapshot get(long ticket) {
		return this.tickets.get(ticket, ALICE);
	}

	private List<Boolean> verified(long ticket) {
		return this.jdbc.sql("select verified from message where ticket_id = ? order by number")
				.param(ticket)
				.query(Boolean.class)
				.list();
	}

}
