package io.frontdesk.ticket.intake;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import io.frontdesk.events.Classification;
import io.frontdesk.events.MessageKind;
import io.frontdesk.events.NamedId;
import io.frontdesk.events.Person;
import io.frontdesk.events.PlacedBy;
import io.frontdesk.events.Priority;
import io.frontdesk.events.ProjectChanged;
import io.frontdesk.events.Source;
import io.frontdesk.events.TicketStatus;
import io.frontdesk.events.WaitingOn;
import io.frontdesk.events.reference.SignedReferences;
import io.frontdesk.events.sending.Events;
import io.frontdesk.ticket.Mails;
import io.frontdesk.ticket.TicketServiceTest;
import io.frontdesk.ticket.Viewers;
import io.frontdesk.ticket.conversation.Addressees;
import io.frontdesk.ticket.conversation.Conversation;
import io.frontdesk.ticket.conversation.Message;
import io.frontdesk.ticket.conversation.Submission;
import io.frontdesk.ticket.lifecycle.TicketChange;
import io.frontdesk.ticket.lifecycle.TicketDesk;
import io.frontdesk.ticket.organisation.Organisation;
import io.frontdesk.ticket.sight.Viewer;

@TicketServiceTest
class MailDeskIT {

	private static final Viewer ALICE = Viewers.staff(Person.of("alice@frontdesk.test", "Alice Adams"));

	private final MailDesk mails;

	private final TicketDesk tickets;

	private final Conversation conversation;

	private final SignedReferences signed = new SignedReferences(TicketServiceTest.KEY);

	private final Events events;

	private final TransactionTemplate inTransaction;

	private final JdbcClient jdbc;

	private final Organisation organisation;

	@Autowired
	MailDeskIT(MailDesk mails, TicketDesk tickets, Conversation conversation, Events events,
			TransactionTemplate inTransaction, JdbcClient jdbc, Organisation organisation) {
		this.mails = mails;
		this.tickets = tickets;
		this.conversation = conversation;
		this.events = events;
		this.inTransaction = inTransaction;
		this.jdbc = jdbc;
		this.organisation = organisation;
	}

	@Test
	void mailOpensATicketWithSevenDigits() {
		var placement = Mails.receive(this.mails, Mails.from("dora@example.org").mail());
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
	void mailThatIsToldOfAgainMakesNoSecondTicketAndNoSecondMessage() {
		var mail = Mails.from("dora@example.org").subject("Told twice").mail();
		var ticket = Mails.receive(this.mails, mail).ticket();
		var answer = Mails.from("dora@example.org").answering(requireNonNull(mail.messageId())).mail();
		Mails.receive(this.mails, answer);
		assertThat(this.mails.receive(List.of(mail, Mails.from("emil@example.org").mail(), answer)))
				.satisfiesExactly(
						first -> assertThat(first).isEqualTo(new Placement.WasThere(ticket)),
						other -> assertThat(other).isInstanceOf(Placement.Opened.class),
						last -> assertThat(last).isEqualTo(new Placement.WasThere(ticket)));
		assertThat(texts(ticket)).hasSize(2);
	}

	@Test
	void mailsThatComeTogetherArePlacedInTheirOrder() {
		var first = Mails.from("dora@example.org").subject("First").mail();
		var answer = Mails.from("dora@example.org").answering(requireNonNull(first.messageId())).mail();
		var other = Mails.from("emil@example.org").subject("Other").mail();
		var second = Mails.from("dora@example.org").subject("Second").mail();
		var placements = this.mails.receive(List.of(first, answer, other, second));
		var ticket = placements.getFirst().ticket();
		assertThat(placements).hasSize(4).element(1).isEqualTo(new Placement.Appended(ticket));
		assertThat(placements).extracting(placement -> this.tickets.get(placement.ticket(), ALICE).subject())
				.containsExactly("First", "First", "Other", "Second");
		assertThat(placements).extracting(
				placement -> this.tickets.get(placement.ticket(), ALICE).requester().email())
				.containsExactly("dora@example.org", "dora@example.org", "emil@example.org", "dora@example.org");
		assertThat(texts(ticket)).hasSize(2);
	}

	@Test
	void answerToOurMailGoesToItsTicketFromAnyAddress() {
		var ticket = open("dora@example.org");
		var ours = this.signed.messageId(ticket, UUID.randomUUID(), "dora@example.org", "frontdesk.test");
		assertThat(Mails.receive(this.mails, Mails.from("dora.private@example.net").answering(ours).mail()))
				.isEqualTo(new Placement.Appended(ticket));
		var address = this.signed.replyAddress(ticket, "dora@example.org", "support@frontdesk.test");
		assertThat(Mails.receive(this.mails, Mails.from("dora@example.org").to(address).mail()))
				.isEqualTo(new Placement.Appended(ticket));
		assertThat(texts(ticket)).hasSize(3);
	}

	@Test
	void participantFindsTheTicketByItsIdInTheSubject() {
		var ticket = open("dora@example.org");
		assertThat(Mails.receive(this.mails,
				Mails.from("dora@example.org").subject("Re: fire [#%d]".formatted(ticket)).mail()))
				.isEqualTo(new Placement.Appended(ticket));
	}

	@ParameterizedTest
	@ValueSource(strings = {"RE:", "Re[2]:", "AW:", "WG:", "SV:", "VS:", "Antw:", "Odp:", "YNT:", "R:", "RES:", "TR:",
			"回复:", "回覆：", "答复：", "Ответ:", "Σχετ:", "הנה:", "رد:", "Fwd: Re: AW:"})
	void idIsFoundBehindThePrefixesOfAnyLanguage(String prefix) {
		var ticket = open("dora@example.org");
		var subject = "%s Printer on fire [#%d]".formatted(prefix, ticket);
		assertThat(Mails.receive(this.mails, Mails.from("dora@example.org").subject(subject).mail()))
				.isEqualTo(new Placement.Appended(ticket));
	}

	@Test
	void ofSeveralIdsInTheSubjectTheLastIsOurs() {
		var ticket = open("dora@example.org");
		var other = open("dora@example.org");
		var subject = "Re: Re: [#%d] smokes [#%d]".formatted(other, ticket);
		assertThat(Mails.receive(this.mails, Mails.from("dora@example.org").subject(subject).mail()))
				.isEqualTo(new Placement.Appended(ticket));
	}

	@Test
	void participantFindsTheTicketByTheirOwnEarlierMail() {
		var first = Mails.from("dora@example.org").mail();
		var ticket = Mails.receive(this.mails, first).ticket();
		assertThat(Mails.receive(this.mails, Mails.from("dora@example.org").answering(first.messageId()).mail()))
				.isEqualTo(new Placement.Appended(ticket));
	}

	@Test
	void whatWeSignedOutweighsWhatAnybodyCanWrite() {
		var signed = open("dora@example.org");
		var mail = Mails.from("dora@example.org").mail();
		var stored = Mails.receive(this.mails, mail).ticket();
		var named = open("dora@example.org");
		var ours = this.signed.messageId(signed, UUID.randomUUID(), null, "frontdesk.test");
		var theirs = requireNonNull(mail.messageId());
		var subject = "[#%d]".formatted(named);
		assertThat(Mails.receive(this.mails,
				Mails.from("dora@example.org").subject(subject).answering(theirs, ours).mail()))
				.isEqualTo(new Placement.Appended(signed));
		assertThat(Mails.receive(this.mails,
				Mails.from("dora@example.org").subject(subject).answering("<unknown@example.org>", theirs)
						.mail()))
				.isEqualTo(new Placement.Appended(stored));
		assertThat(reasons(signed)).containsExactly(PlacedBy.NEW, PlacedBy.SIGNED_MESSAGE_ID);
		assertThat(reasons(stored)).containsExactly(PlacedBy.NEW, PlacedBy.STORED_MESSAGE_ID);
	}

	@Test
	void nearestOfTheMailsThatAreAnsweredCounts() {
		var older = Mails.from("dora@example.org").mail();
		Mails.receive(this.mails, older);
		var newer = Mails.from("dora@example.org").mail();
		var ticket = Mails.receive(this.mails, newer).ticket();
		assertThat(Mails.receive(this.mails, Mails.from("dora@example.org")
				.answering("<unknown@example.org>", requireNonNull(older.messageId()),
						requireNonNull(newer.messageId()))
				.mail())).isEqualTo(new Placement.Appended(ticket));
	}

	@Test
	void whoGotACopyTakesPart() {
		var mail = Mails.from("dora@example.org")
				.cc("Emil@Example.org", "Sales@frontdesk.test", "Billing+1@frontdesk.test")
				.ours("support@frontdesk.test", "Billing+1@frontdesk.test")
				.mail();
		var ticket = Mails.receive(this.mails, mail).ticket();
		assertThat(
				Mails.receive(this.mails,
						Mails.from("emil@example.org").answering(requireNonNull(mail.messageId())).mail()))
				.isEqualTo(new Placement.Appended(ticket));
		assertThat(this.conversation.page(ticket, ALICE, null, 100).messages().getFirst().cc())
				.containsExactly("emil@example.org");
		assertThat(
				Mails.receive(this.mails, Mails.from("sales@frontdesk.test").subject("[#%d]".formatted(ticket)).mail()))
				.as("our own addresses take no part").isInstanceOf(Placement.StrangerOpenedNew.class);
	}

	@Test
	void secondAddressThatAnswersOurMailTakesNoPartForThat() {
		var ticket = open("dora@example.org");
		var ours = this.signed.messageId(ticket, UUID.randomUUID(), "dora@example.org", "frontdesk.test");
		Mails.receive(this.mails, Mails.from("dora.private@example.net").answering(ours).mail());
		assertThat(Mails.receive(this.mails,
				Mails.from("dora.private@example.net").subject("[#%d]".formatted(ticket)).mail()))
				.isInstanceOf(Placement.StrangerOpenedNew.class);
		assertThat(texts(ticket)).hasSize(2);
	}

	@Test
	void mailToADeletedTicketOpensANewOneThatNamesIt() {
		var ticket = open("dora@example.org");
		this.tickets.change(ticket, TicketChange.active(false), ALICE);
		var address = this.signed.replyAddress(ticket, "dora@example.org", "support@frontdesk.test");
		var subject = "Re: Printer on fire [#%d]".formatted(ticket);
		var placement = Mails.receive(this.mails, Mails.from("dora@example.org").to(address).subject(subject).mail());
		assertThat(placement).isInstanceOfSatisfying(Placement.DeletedOpenedNew.class,
				opened -> assertThat(opened.deleted()).isEqualTo(ticket));
		var opened = this.tickets.get(placement.ticket(), ALICE);
		assertThat(opened.possibleFollowUpOf()).isEqualTo(ticket);
		assertThat(opened.subject()).as("an answer must not name the deleted one").isEqualTo("Re: Printer on fire");
		assertThat(reasons(opened.id())).containsExactly(PlacedBy.DELETED_TICKET);
	}

	@Test
	void messageIsWhatItsAuthorWroteAndTheRestIsKept() {
		var quoted = "Still smoking.\n\nOn Monday you wrote:\n> Pull the plug.";
		var ticket = Mails.receive(this.mails, Mails.from("dora@example.org").saying("Still smoking.", quoted).mail())
				.ticket();
		var message = this.conversation.page(ticket, ALICE, null, 100).messages().getFirst();
		assertThat(message.body()).isEqualTo("Still smoking.");
		assertThat(message.hasQuoted()).isTrue();
		assertThat(this.conversation.wholeBody(ticket, message.id(), ALICE)).isEqualTo(quoted);
		assertThat(this.tickets.get(ticket, ALICE).message()).isEqualTo("Still smoking.");
		var plain = this.conversation.page(open("dora@example.org"), ALICE, null, 100).messages().getFirst();
		assertThat(plain.hasQuoted()).isFalse();
	}

	@Test
	void strangerNeverWritesIntoATicket() {
		var ticket = open("dora@example.org");
		var placement = Mails.receive(this.mails,
				Mails.from("mallory@example.com").subject("[#%d] pay here".formatted(ticket)).mail());
		assertThat(placement).isInstanceOfSatisfying(Placement.StrangerOpenedNew.class,
				opened -> assertThat(opened.possibly()).isEqualTo(ticket));
		assertThat(placement.ticket()).isNotEqualTo(ticket);
		assertThat(texts(ticket)).hasSize(1);
		var opened = this.tickets.get(placement.ticket(), ALICE);
		assertThat(opened.possibleFollowUpOf()).isEqualTo(ticket);
		assertThat(opened.subject()).as("an answer must not name somebody else's").isEqualTo("pay here");
		assertThat(reasons(opened.id())).containsExactly(PlacedBy.STRANGER);
	}

	@Test
	void forgedReferenceIsAStrangers() {
		var ticket = open("dora@example.org");
		var forged = new SignedReferences("ffffffffffffffffffffffffffffffff").messageId(ticket, UUID.randomUUID(),
				"mallory@example.com", "frontdesk.test");
		assertThat(Mails.receive(this.mails, Mails.from("mallory@example.com").answering(forged).mail()))
				.isInstanceOf(Placement.Opened.class);
		assertThat(texts(ticket)).hasSize(1);
	}

	@Test
	void closedTicketReopensOnAClientsAnswer() {
		var ticket = open("dora@example.org");
		this.tickets.change(ticket, TicketChange.status(TicketStatus.CLOSED), ALICE);
		Mails.receive(this.mails, Mails.from("dora@example.org").subject("[#%d]".formatted(ticket)).mail());
		var reopened = this.tickets.get(ticket, ALICE);
		assertThat(reopened.status()).isEqualTo(TicketStatus.OPEN);
		assertThat(reopened.responseTime()).isNull();
	}

	@ParameterizedTest
	@EnumSource(names = {"AUTO_REPLY", "LOOP"})
	void machinesAnswerIsKeptButReopensNothingAndIsNobodysTurn(Classification machine) {
		var ticket = open("dora@example.org");
		this.conversation.write(ticket,
				new Submission(MessageKind.REPLY, "Pull the plug.", null, Addressees.AS_PROPOSED, List.of(), true, null,
						null),
				ALICE);
		await().atMost(Duration.ofMinutes(1))
				.until(() -> this.tickets.get(ticket, ALICE).status() == TicketStatus.CLOSED);
		Mails.receive(this.mails, Mails.from("dora@example.org").subject("[#%d]".formatted(ticket)).as(machine).mail());
		assertThat(this.tickets.get(ticket, ALICE).status()).isEqualTo(TicketStatus.CLOSED);
		assertThat(this.tickets.get(ticket, ALICE).waitingOn()).isEqualTo(WaitingOn.CLIENT);
		assertThat(texts(ticket)).hasSize(3);
	}

	@Test
	void personWhoseMailCameByAListReopens() {
		var ticket = open("dora@example.org");
		this.tickets.change(ticket, TicketChange.status(TicketStatus.CLOSED), ALICE);
		Mails.receive(this.mails,
				Mails.from("dora@example.org").subject("[#%d]".formatted(ticket)).as(Classification.LIST).mail());
		assertThat(this.tickets.get(ticket, ALICE).status()).isEqualTo(TicketStatus.OPEN);
	}

	@Test
	void bounceIsNotedAndGoesToNoTicket() {
		var sender = "bounce-%s@example.org".formatted(UUID.randomUUID());
		this.inTransaction.executeWithoutResult(_ -> {
			this.events.publish(Mails.from(sender).subject("Undelivered").as(Classification.BOUNCE).mail());
			this.events.publish(Mails.from(sender).subject("Delivered").mail());
		});
		await().atMost(Duration.ofMinutes(1)).until(() -> !subjectsOf(sender).isEmpty());
		assertThat(subjectsOf(sender)).containsExactly("Delivered");
	}

	@Test
	void checkOfTheReplyAddressGoesToNoTicket() {
		var check = Mails.from("support@frontdesk.test").to(this.signed.checkAddress(2233444, "support@frontdesk.test"))
				.as(Classification.LOOP).mail();
		assertThat(this.mails.isForNoTicket(check)).isTrue();
		assertThat(this.mails.isForNoTicket(Mails.from("dora@example.org").as(Classification.LOOP).mail())).isFalse();
	}

	@Test
	void replyAddressOfAnyFormFindsItsTicketAndGetsNoCopy() {
		var ticket = open("dora@example.org");
		var token = this.signed.replyAddress(ticket, "another@example.net", "x@example.org").replaceAll("^x\\+|@.*$",
				"");
		for (var address : List.of("Support-%s@frontdesk.test", "reply-%s@tickets.example.com")) {
			var answer = Mails.from("another@example.net").to(address.formatted(token).toUpperCase(Locale.ROOT)).mail();
			assertThat(Mails.receive(this.mails, answer)).isEqualTo(new Placement.Appended(ticket));
		}
		assertThat(this.conversation.page(ticket, ALICE, null, 100).messages())
				.allSatisfy(message -> assertThat(message.cc()).isEmpty());
	}

	@Test
	void idOfNoTicketOpensANewOne() {
		assertThat(Mails.receive(this.mails, Mails.from("dora@example.org").subject("[#123456789012345678]").mail()))
				.isInstanceOf(Placement.Opened.class);
	}

	@Test
	void mailboxGivesItsTicketsAPriorityAndAProjectThatIsActive() {
		var project = new UUID(7, 7);
		var gone = new UUID(7, 8);
		this.organisation.update(new ProjectChanged(project, "Printers", "", new UUID(7, 9), true, 1));
		this.organisation.update(new ProjectChanged(gone, "Telex", "", new UUID(7, 9), false, 1));
		var ticket = Mails.receive(this.mails, Mails.from("dora@example.org").defaults(project, Priority.HIGH).mail())
				.ticket();
		assertThat(this.tickets.get(ticket, ALICE).priority()).isEqualTo(Priority.HIGH);
		assertThat(this.tickets.get(ticket, ALICE).project()).isEqualTo(new NamedId(project, "Printers"));
		var plain = Mails.receive(this.mails, Mails.from("dora@example.org").defaults(gone, null).mail()).ticket();
		assertThat(this.tickets.get(plain, ALICE).priority()).isEqualTo(Priority.MID);
		assertThat(this.tickets.get(plain, ALICE).project()).isNull();
	}

	@Test
	void subjectIsNeverEmptyAndNeverEndless() {
		var blank = Mails.receive(this.mails, Mails.from("dora@example.org").subject("  ").mail()).ticket();
		assertThat(this.tickets.get(blank, ALICE).subject()).isEqualTo("(no subject)");
		var endless = Mails.receive(this.mails, Mails.from("dora@example.org").subject("x".repeat(10_000)).mail())
				.ticket();
		assertThat(this.tickets.get(endless, ALICE).subject()).hasSize(500).endsWith("…");
	}

	private long open(String sender) {
		return Mails.receive(this.mails, Mails.from(sender).mail()).ticket();
	}

	private List<PlacedBy> reasons(long ticket) {
		return this.jdbc.sql("select placed_by from message where ticket_id = ? order by number")
				.param(ticket)
				.query(PlacedBy.class)
				.list();
	}

	private List<String> subjectsOf(String sender) {
		return this.jdbc.sql("select subject from ticket where requester_id = ?")
				.param(Person.idOf(sender))
				.query(String.class)
				.list();
	}

	private List<String> texts(long ticket) {
		return this.conversation.page(ticket, ALICE, null, 100).messages().stream().map(Message::body)
				.toList();
	}

}
