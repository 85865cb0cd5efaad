package io.frontdesk.notification;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.Actor;
import io.frontdesk.events.Authentication.Proof;
import io.frontdesk.events.Classification;
import io.frontdesk.events.MailOrigin;
import io.frontdesk.events.MailReceived.StoredFile;
import io.frontdesk.events.MessageKind;
import io.frontdesk.events.Person;
import io.frontdesk.events.PlacedBy;
import io.frontdesk.events.Priority;
import io.frontdesk.events.Source;
import io.frontdesk.events.TicketCreated;
import io.frontdesk.events.TicketMessageAdded;
import io.frontdesk.events.TicketSnapshot;
import io.frontdesk.events.TicketStatus;
import io.frontdesk.events.TicketStatusChanged;
import io.frontdesk.events.TicketUpdated;
import io.frontdesk.events.WaitingOn;

/** Events as ticket-service tells them. */
public final class Tickets {

	public static final Person ALICE = Person.of("alice@frontdesk.test", "Alice Adams");

	private Tickets() {}

	public static TicketCreated created(long id, String requester) {
		return created(id, requester, Classification.PERSON);
	}

	/** @param proof whether its mail is from the requester */
	public static TicketCreated created(long id, String requester, Proof proof) {
		var created = created(id, requester);
		var mail = Objects.requireNonNull(created.mail());
		return new TicketCreated(created.actor(), created.ticket(), new MailOrigin(mail.intakeId(), mail.messageId(),
				mail.classification(), mail.placedBy(), proof, false, true, null));
	}

	/** @param name that stands in From */
	public static TicketCreated created(long id, String requester, String name) {
		var person = Person.of(requester, name);
		var mail = created(id, requester).mail();
		return new TicketCreated(Actor.client(person, Source.MAIL), ticket(id, person, null, TicketStatus.OPEN, 0),
				mail);
	}

	/** By somebody who is logged in. */
	public static TicketCreated raised(long id, String requester) {
		var person = Person.of(requester, "");
		return new TicketCreated(Actor.client(person, Source.WEB), ticket(id, person, null, TicketStatus.OPEN, 0),
				null);
	}

	/** By staff who wrote down what was said, or write to the requester. */
	public static TicketCreated raisedFor(long id, String requester, MessageKind from, boolean confirm) {
		return new TicketCreated(Actor.staff(ALICE, Source.WEB),
				ticket(id, Person.of(requester, ""), null, TicketStatus.OPEN, 0), null, from, confirm);
	}

	public static TicketCreated createdBySpam(long id, String requester) {
		var created = created(id, requester);
		var mail = Objects.requireNonNull(created.mail());
		return new TicketCreated(created.actor(), created.ticket(), new MailOrigin(mail.intakeId(), mail.messageId(),
				mail.classification(), mail.placedBy(), Proof.PROVEN, true, true, null));
	}

	/** @param noAnswer what in its mail asks for no automatic answer */
	public static TicketCreated createdInSilence(long id, String requester, String noAnswer) {
		var created = created(id, requester);
		var mail = Objects.requireNonNull(created.mail());
		return new TicketCreated(created.actor(), created.ticket(), new MailOrigin(mail.intakeId(), mail.messageId(),
				mail.classification(), mail.placedBy(), Proof.PROVEN, false, true, noAnswer));
	}

	public static TicketCreated created(long id, String requester, Classification classification) {
		var person = Person.of(requester, "");
		return new TicketCreated(Actor.client(person, Source.MAIL),
				ticket(id, person, null, TicketStatus.OPEN, 0),
				new MailOrigin(UUID.randomUUID(), "<first-%d@example.org>".formatted(id), classification,
						PlacedBy.NEW));
	}

	public static TicketStatusChanged closed(long id, String requester, Person by) {
		return new TicketStatusChanged(Actor.staff(by, Source.WEB), TicketStatus.OPEN, TicketStatus.CLOSED,
				ticket(id, Person.of(requester, ""), null, TicketStatus.CLOSED, 1));
	}

	public static TicketMessageAdded replied(long id, String requester, String body, @Nullable String html,
			List<String> cc, List<StoredFile> files) {
		return new TicketMessageAdded(Actor.staff(ALICE, Source.WEB),
				new TicketMessageAdded.Message(UUID.randomUUID(), MessageKind.REPLY, ALICE, body, html, cc, files,
						Instant.EPOCH),
				ticket(id, Person.of(requester, ""), null, TicketStatus.OPEN, 2), null);
	}

	/** Whose mail was taken for their reply. */
	public static TicketMessageAdded repliedByMail(long id, String requester, String messageId) {
		var reply = replied(id, requester, "Pull the plug.", null, List.of(), List.of());
		return new TicketMessageAdded(Actor.staff(ALICE, Source.MAIL), reply.message(), reply.ticket(),
				new MailOrigin(UUID.randomUUID(), messageId, Classification.PERSON, PlacedBy.SIGNED_REPLY_ADDRESS));
	}

	public static TicketMessageAdded wrote(long id, String requester, Person assignee, String body,
			Classification classification) {
		var client = Person.of(requester, "Rita Root");
		var message = UUID.randomUUID();
		return new TicketMessageAdded(Actor.client(client, Source.MAIL),
				new TicketMessageAdded.Message(message, MessageKind.CLIENT, client, body, null, List.of(), List.of(),
						Instant.EPOCH),
				ticket(id, client, assignee, TicketStatus.OPEN, 3),
				new MailOrigin(UUID.randomUUID(), "<%s@example.org>".formatted(message), classification,
						PlacedBy.SIGNED_MESSAGE_ID));
	}

	/** From an address that was not written to, by a From that no server proves. */
	public static TicketMessageAdded wroteUnverified(long id, String requester, Person assignee, String body) {
		var written = wrote(id, requester, assignee, body, Classification.PERSON);
		var mail = Objects.requireNonNull(written.mail());
		return new TicketMessageAdded(written.actor(), written.message(),
				ticket(id, Person.of(requester, "Rita Root"), assignee, TicketStatus.OPEN, 5),
				new MailOrigin(mail.intakeId(), mail.messageId(), mail.classification(), mail.placedBy(), Proof.NONE,
						false, false, null));
	}

	public static TicketUpdated assigned(long id, String requester, Person assignee, Person by) {
		return new TicketUpdated(Actor.staff(by, Source.WEB),
				List.of(new TicketUpdated.Change("assignee", null, assignee.id().toString())),
				ticket(id, Person.of(requester, "Dora Example"), assignee, TicketStatus.OPEN, 4));
	}

	/** The same told of a ticket whose requester wants mail elsewhere. */
	public static TicketSnapshot answeredAt(String address, TicketSnapshot ticket) {
		return new TicketSnapshot(ticket.id(), ticket.subject(), ticket.message(), ticket.status(), ticket.priority(),
				ticket.requester(), ticket.company(), ticket.assignee(), ticket.project(), ticket.task(),
				ticket.waitingOn(), ticket.source(), ticket.tags(), ticket.requestTime(), ticket.responseTime(),
				ticket.active(), ticket.version(), ticket.possibleFollowUpOf(), address, ticket.quiet());
	}

	public static TicketUpdated handedOver(long id, String requester) {
		return new TicketUpdated(Actor.staff(ALICE, Source.WEB),
				List.of(new TicketUpdated.Change("requester", "noreply@example.org", requester)),
				ticket(id, Person.of(requester, "Nora Quist"), null, TicketStatus.OPEN, 4));
	}

	private static TicketSnapshot ticket(long id, Person requester, @Nullable Person assignee, TicketStatus status,
			long version) {
		return new TicketSnapshot(id, "Printer on fire", "It smokes.", status, Priority.MID, requester, null, assignee,
				null, null, WaitingOn.STAFF, Source.MAIL, List.of(), Instant.EPOCH, null, true, version, null);
	}

}
