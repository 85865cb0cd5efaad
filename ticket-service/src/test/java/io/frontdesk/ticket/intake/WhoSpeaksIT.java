package io.frontdesk.ticket.intake;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import io.frontdesk.events.Actor;
import io.frontdesk.events.Authentication.Proof;
import io.frontdesk.events.Classification;
import io.frontdesk.events.Heard;
import io.frontdesk.events.MailReceived;
import io.frontdesk.events.MailReceived.StoredFile;
import io.frontdesk.events.MessageKind;
import io.frontdesk.events.Person;
import io.frontdesk.events.Source;
import io.frontdesk.events.TicketCreated;
import io.frontdesk.events.TicketMessageAdded;
import io.frontdesk.events.TicketStatus;
import io.frontdesk.events.UserChanged;
import io.frontdesk.events.WaitingOn;
import io.frontdesk.events.reference.SignedReferences;
import io.frontdesk.ticket.Mails;
import io.frontdesk.ticket.TicketServiceTest;
import io.frontdesk.ticket.Viewers;
import io.frontdesk.ticket.conversation.Conversation;
import io.frontdesk.ticket.conversation.Message;
import io.frontdesk.ticket.lifecycle.TicketChange;
import io.frontdesk.ticket.lifecycle.TicketDesk;
import io.frontdesk.ticket.people.People;
import io.frontdesk.ticket.sight.Viewer;
import io.frontdesk.ticket.trail.Delivery;
import io.frontdesk.ticket.trail.DeliveryState;

/** A From proves nothing: what a mail may do follows from what was mailed to that address, or from what its server proves. */
@TicketServiceTest
@Import(Heard.class)
class WhoSpeaksIT {

	private static final String OURS = "support@frontdesk.test";

	private static final String DORA = "dora@example.org";

	private static final String MALLORY = "mallory@example.com";

	/** Given by the directory, so not the one that an address would have. */
	private static final Person BERTA = new Person(UUID.fromString("5f0e8d0c-0000-4000-8000-00000000be7a"),
			"berta@frontdesk.test", "Berta", "Blum");

	private static final Person FORMER = Person.of("former@frontdesk.test", "Fritz Former");

	private static final Viewer STAFF = Viewers.staff(BERTA);

	private final MailDesk mails;

	private final TicketDesk tickets;

	private final Conversation conversation;

	private final People people;

	private final Heard heard;

	private final SignedReferences signed = new SignedReferences(TicketServiceTest.KEY);

	@Autowired
	WhoSpeaksIT(MailDesk mails, TicketDesk tickets, Conversation conversation, People people, Heard heard) {
		this.mails = mails;
		this.tickets = tickets;
		this.conversation = conversation;
		this.people = people;
		this.heard = heard;
	}

	@BeforeEach
	void bertaIsStaffAndFritzWas() {
		this.people.update(List.of(staff(BERTA, true), staff(FORMER, false)));
	}

	@Test
	void staffsAnswerToOurMailToThemIsTheirReply() {
		var ticket = open(DORA);
		var file = new StoredFile("plug.pdf", "application/pdf", 1, "0", "0".repeat(64));
		var mail = Mails.from("Berta@frontdesk.test")
				.to(replyAddress(ticket, BERTA.email()))
				.cc("Emil@example.org", OURS, DORA)
				.saying("Pull the plug.", "Pull the plug.\n\n> Root gave you ticket 1\n> and says: difficult client")
				.html("<p>Pull the plug.</p><blockquote>difficult client</blockquote>", file)
				.mail();
		assertThat(receive(mail)).isEqualTo(new Placement.Appended(ticket));
		var reply = messages(ticket).getLast();
		assertThat(reply.kind()).isEqualTo(MessageKind.REPLY);
		assertThat(reply.author()).isEqualTo(BERTA);
		assertThat(reply.verified()).isTrue();
		assertThat(reply.heldUntil()).isNull();
		assertThat(reply.delivery()).extracting(Delivery::state).isEqualTo(DeliveryState.PENDING);
		assertThat(reply.cc()).containsExactly("emil@example.org", DORA);
		assertThat(this.tickets.get(ticket, STAFF).waitingOn()).isEqualTo(WaitingOn.CLIENT);

		var told = told(ticket, 1).getFirst();
		assertThat(told.actor()).isEqualTo(Actor.staff(BERTA, Source.MAIL));
		assertThat(told.message().kind()).isEqualTo(MessageKind.REPLY);
		assertThat(told.message().body()).isEqualTo("Pull the plug.");
		assertThat(told.message().html()).isNull();
		assertThat(told.message().cc()).containsExactly("emil@example.org", DORA);
		assertThat(told.message().attachments()).extracting(StoredFile::filename).containsExactly("plug.pdf");
		assertThat(requireNonNull(told.mail()).intakeId()).as("for the ledger").isEqualTo(mail.intakeId());

		var client = Viewers.client(Person.of(DORA, ""));
		assertThat(this.conversation.wholeBody(ticket, reply.id(), client)).as("what staff quote is the house's own")
				.isEqualTo("Pull the plug.");
		assertThat(this.conversation.html(ticket, reply.id(), client, false, true)).isEmpty();
		assertThat(receive(Mails.from("emil@example.org").subject("[#%d]".formatted(ticket)).mail()))
				.as("who got the reply takes part").isEqualTo(new Placement.Appended(ticket));
	}

	@Test
	void staffsAnswerIsKnownByTheMessageIdOfOurMailToThemToo() {
		var ticket = open(DORA);
		receive(Mails.from(BERTA.email()).answering(messageId(ticket, BERTA.email())).mail());
		assertThat(messages(ticket)).extracting(Message::kind)
				.containsExactly(MessageKind.CLIENT, MessageKind.REPLY);
	}

	@Test
	void staffsAnswerReopensNothing() {
		var ticket = open(DORA);
		this.tickets.change(ticket, TicketChange.status(TicketStatus.CLOSED), STAFF);
		receive(Mails.from(BERTA.email()).to(replyAddress(ticket, BERTA.email())).mail());
		assertThat(messages(ticket).getLast().kind()).isEqualTo(MessageKind.REPLY);
		assertThat(this.tickets.get(ticket, STAFF).status()).isEqualTo(TicketStatus.CLOSED);
	}

	@Test
	void staffsAnswerThatBeginsWithNoteIsOne() {
		var ticket = open(DORA);
		var text = "@note\nA pyromaniac.\n";
		receive(Mails.from(BERTA.email())
				.to(replyAddress(ticket, BERTA.email()))
				.cc("emil@example.org")
				.saying(text, text + "> It smokes.")
				.mail());
		var note = messages(ticket).getLast();
		assertThat(note.kind()).isEqualTo(MessageKind.NOTE);
		assertThat(note.author()).isEqualTo(BERTA);
		assertThat(note.body()).isEqualTo("A pyromaniac.\n");
		assertThat(note.cc()).isEmpty();
		assertThat(told(ticket, 1).getFirst().message().body()).isNull();
		assertThat(receive(Mails.from("emil@example.org").subject("[#%d]".formatted(ticket)).mail()))
				.isInstanceOf(Placement.StrangerOpenedNew.class);
	}

	@Test
	void staffsAbsenceIsANoteThatChangesNothing() {
		var ticket = open(DORA);
		receive(Mails.from(BERTA.email())
				.to(replyAddress(ticket, BERTA.email()))
				.saying("I am on the beach.", "I am on the beach.")
				.as(Classification.AUTO_REPLY)
				.mail());
		assertThat(messages(ticket).getLast()).extracting(Message::kind, Message::body)
				.containsExactly(MessageKind.NOTE, "I am on the beach.");
		assertThat(this.tickets.get(ticket, STAFF).waitingOn()).isEqualTo(WaitingOn.STAFF);
		assertThat(requireNonNull(told(ticket, 1).getFirst().mail()).classification())
				.isEqualTo(Classification.AUTO_REPLY);
	}

	@Test
	void fromOfStaffWithAClientsAddressOrANumberIsATicketOfItsOwnAndMarked() {
		var asked = Mails.from(DORA).mail();
		var ticket = receive(asked).ticket();
		this.tickets.change(ticket, TicketChange.status(TicketStatus.CLOSED), STAFF);
		for (var forged : List.of(
				Mails.from(BERTA.email()).to(replyAddress(ticket, DORA)),
				Mails.from(BERTA.email()).to(replyAddress(ticket, DORA).toUpperCase(Locale.ROOT)),
				Mails.from(BERTA.email()).answering(messageId(ticket, DORA)),
				Mails.from(BERTA.email()).answering(messageId(ticket, null)),
				Mails.from(BERTA.email()).answering(requireNonNull(asked.messageId())),
				Mails.from(BERTA.email()).subject("Re: fire [#%d]".formatted(ticket)),
				Mails.from(BERTA.email()).to(replyAddress(ticket, BERTA.email())).found(Proof.FAILED),
				Mails.from(FORMER.email()).to(replyAddress(ticket, FORMER.email())))) {
			var placement = receive(forged.mail());
			assertThat(placement).isInstanceOfSatisfying(Placement.UnprovenOpenedNew.class,
					opened -> assertThat(opened.possibly()).isEqualTo(ticket));
			assertThat(this.tickets.get(placement.ticket(), STAFF).possibleFollowUpOf()).isEqualTo(ticket);
			assertThat(messages(placement.ticket())).singleElement()
					.extracting(Message::kind, Message::verified)
					.containsExactly(MessageKind.CLIENT, false);
		}
		assertThat(messages(ticket)).hasSize(1);
		assertThat(this.tickets.get(ticket, STAFF).status()).isEqualTo(TicketStatus.CLOSED);
	}

	@Test
	void staffWhoRaiseATicketByMailAreItsClient() {
		var ticket = open(BERTA.email());
		assertThat(this.tickets.get(ticket, STAFF).requester()).isEqualTo(BERTA);
		assertThat(messages(ticket).getFirst().verified()).as("nothing proves a new mail of staff").isFalse();
		this.tickets.change(ticket, TicketChange.status(TicketStatus.CLOSED), STAFF);
		receive(Mails.from(BERTA.email()).to(replyAddress(ticket, BERTA.email())).mail());
		assertThat(messages(ticket).getLast())
				.extracting(Message::kind, Message::author, Message::verified)
				.containsExactly(MessageKind.CLIENT, BERTA, true);
		assertThat(this.tickets.get(ticket, STAFF).status()).isEqualTo(TicketStatus.OPEN);
		assertThat(told(ticket, 1).getFirst().actor()).isEqualTo(Actor.client(BERTA, Source.MAIL));
	}

	@Test
	void clientsAnswerToOurMailToThemIsTheirs() {
		var ticket = open(DORA);
		receive(Mails.from(DORA).to(replyAddress(ticket, DORA)).cc("emil@example.org").mail());
		assertThat(marks(ticket)).containsExactly(tuple(DORA, true), tuple(DORA, true));
		assertThat(receive(Mails.from("emil@example.org").subject("[#%d]".formatted(ticket)).mail()))
				.isEqualTo(new Placement.Appended(ticket));
	}

	@Test
	void answerFromAnotherAddressIsMarkedAndAdmitsNobody() {
		var ticket = open(DORA);
		this.tickets.change(ticket, TicketChange.status(TicketStatus.CLOSED), STAFF);
		for (var proof : Proof.values()) {
			assertThat(receive(Mails.from(MALLORY).to(replyAddress(ticket, DORA)).cc("m2@example.com").found(proof)
					.mail())).isEqualTo(new Placement.Appended(ticket));
		}
		assertThat(marks(ticket)).containsExactly(tuple(DORA, true), tuple(MALLORY, false), tuple(MALLORY, false),
				tuple(MALLORY, false));
		assertThat(this.tickets.get(ticket, STAFF).status()).isEqualTo(TicketStatus.OPEN);
		assertThat(List.of(MALLORY, "m2@example.com"))
				.allSatisfy(address -> assertThat(
						receive(Mails.from(address).subject("[#%d]".formatted(ticket)).mail()))
						.isInstanceOf(Placement.StrangerOpenedNew.class));
	}

	@ParameterizedTest
	@ValueSource(strings = {"subject", "message-id"})
	void forgedFromOfAClientIsMarkedAndAdmitsNobody(String clue) {
		var asked = Mails.from(DORA).mail();
		var ticket = receive(asked).ticket();
		var forged = Mails.from(DORA).cc(MALLORY);
		if (clue.equals("subject")) {
			forged.subject("[#%d]".formatted(ticket));
		} else {
			forged.answering(requireNonNull(asked.messageId()));
		}
		assertThat(receive(forged.mail())).isEqualTo(new Placement.Appended(ticket));
		assertThat(marks(ticket)).containsExactly(tuple(DORA, true), tuple(DORA, false));
		assertThat(receive(Mails.from(MALLORY).subject("[#%d]".formatted(ticket)).mail()))
				.isInstanceOf(Placement.StrangerOpenedNew.class);

		assertThat(receive(forged.found(Proof.FAILED).mail())).isInstanceOf(Placement.UnprovenOpenedNew.class);
		assertThat(receive(forged.found(Proof.NONE).mail())).isEqualTo(new Placement.Appended(ticket));
		assertThat(receive(forged.found(Proof.PROVEN).mail())).isEqualTo(new Placement.Appended(ticket));
		assertThat(marks(ticket)).containsExactly(tuple(DORA, true), tuple(DORA, false), tuple(DORA, false),
				tuple(DORA, true));
		assertThat(receive(Mails.from(MALLORY).subject("[#%d]".formatted(ticket)).mail()))
				.as("whom Dora copied in for certain").isEqualTo(new Placement.Appended(ticket));
	}

	@Test
	void messageThatIsMarkedMakesItsAuthorNoParticipant() {
		var ticket = open(DORA);
		receive(Mails.from(MALLORY).answering(messageId(ticket, DORA)).mail());
		receive(Mails.from(DORA).to(replyAddress(ticket, DORA)).cc("emil@example.org").mail());
		receive(Mails.from("emil@example.org").subject("[#%d]".formatted(ticket)).cc("e2@example.org").mail());
		assertThat(receive(Mails.from("e2@example.org").subject("[#%d]".formatted(ticket)).mail()))
				.isInstanceOf(Placement.StrangerOpenedNew.class);
		assertThat(receive(Mails.from(MALLORY).subject("[#%d]".formatted(ticket)).found(Proof.PROVEN).mail()))
				.isInstanceOf(Placement.StrangerOpenedNew.class);
	}

	@Test
	void openingMailIsMarkedWhereAServerLooksAndFindsNoProof() {
		assertThat(marks(open(DORA))).containsExactly(tuple(DORA, true));
		for (var proof : Proof.values()) {
			var ticket = receive(Mails.from(DORA).cc("emil@example.org").found(proof).mail()).ticket();
			assertThat(marks(ticket)).containsExactly(tuple(DORA, proof == Proof.PROVEN));
			assertThat(receive(Mails.from("emil@example.org").subject("[#%d]".formatted(ticket)).mail()))
					.isInstanceOf((proof == Proof.FAILED)
							? Placement.StrangerOpenedNew.class
							: Placement.Appended.class);
			assertThat(receive(Mails.from(DORA).subject("[#%d]".formatted(ticket)).mail()))
					.as("a ticket is its requester's, marked or not").isEqualTo(new Placement.Appended(ticket));
		}
	}

	@Test
	void eventsTellWhetherAMailIsMarked() {
		var ticket = open(BERTA.email());
		await().atMost(Duration.ofMinutes(1)).until(() -> !this.heard.of(TicketCreated.class, ticket).isEmpty());
		assertThat(requireNonNull(this.heard.of(TicketCreated.class, ticket).getFirst().mail()).verified()).isFalse();
		receive(Mails.from(DORA).to(replyAddress(ticket, BERTA.email())).mail());
		assertThat(requireNonNull(told(ticket, 1).getFirst().mail()).verified()).isFalse();
	}

	private long open(String sender) {
		return receive(Mails.from(sender).mail()).ticket();
	}

	private Placement receive(MailReceived mail) {
		return Mails.receive(this.mails, mail);
	}

	private String replyAddress(long ticket, String recipient) {
		return this.signed.replyAddress(ticket, recipient, OURS);
	}

	private String messageId(long ticket, @Nullable String recipient) {
		return this.signed.messageId(ticket, UUID.randomUUID(), recipient, "frontdesk.test");
	}

	private List<Message> messages(long ticket) {
		return this.conversation.page(ticket, STAFF, null, 100).messages();
	}

	private List<Tuple> marks(long ticket) {
		return messages(ticket).stream().map(it -> tuple(it.author().email(), it.verified())).toList();
	}

	private List<TicketMessageAdded> told(long ticket, int count) {
		return await().atMost(Duration.ofMinutes(1))
				.until(() -> this.heard.of(TicketMessageAdded.class, ticket), told -> told.size() == count);
	}

	private static UserChanged staff(Person person, boolean active) {
		return new UserChanged(person.id(), person.email(), person.firstName(), person.lastName(), null, true, active,
				1);
	}

}
