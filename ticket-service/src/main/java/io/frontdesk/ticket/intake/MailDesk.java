package io.frontdesk.ticket.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.Authentication.Proof;
import io.frontdesk.events.Classification;
import io.frontdesk.events.MailOrigin;
import io.frontdesk.events.MailReceived;
import io.frontdesk.events.PlacedBy;
import io.frontdesk.events.Priority;
import io.frontdesk.events.TicketSnapshot;
import io.frontdesk.ticket.conversation.Clue;
import io.frontdesk.ticket.conversation.Conversation;
import io.frontdesk.ticket.conversation.NamedTickets;
import io.frontdesk.ticket.conversation.NamedTickets.NamedTicket;
import io.frontdesk.ticket.conversation.TicketMessage;
import io.frontdesk.ticket.lifecycle.NewTicket;
import io.frontdesk.ticket.lifecycle.TicketDesk;
import io.frontdesk.ticket.lifecycle.TicketRequest;
import io.frontdesk.ticket.organisation.Organisation;
import io.frontdesk.ticket.people.People;

/**
 * Finds the ticket that a mail belongs to, or opens one. Of the tickets that a mail names, it goes to the first in which
 * its author has a say; one that was deleted, or in which they have none, is named by the new one.
 */
@Component
@Transactional
public class MailDesk {

	private static final int SUBJECT_LENGTH = 500;

	private final TicketDesk desk;

	private final People people;

	private final Conversation conversation;

	private final NamedTickets namedTickets;

	private final Clues clues;

	private final Organisation organisation;

	private final MailMessages messages;

	MailDesk(TicketDesk desk, People people, Conversation conversation, NamedTickets namedTickets, Clues clues,
			Organisation organisation, MailMessages messages) {
		this.desk = desk;
		this.people = people;
		this.conversation = conversation;
		this.namedTickets = namedTickets;
		this.clues = clues;
		this.organisation = organisation;
		this.messages = messages;
	}

	/** A bounce, and a mail that we sent to ourselves to see whether it arrives: they are for notification-service. */
	public boolean isForNoTicket(MailReceived mail) {
		return mail.classification() == Classification.BOUNCE || this.clues.isCheck(mail);
	}

	/** In their order: a mail may answer one that came just before it. */
	public List<Placement> receive(List<MailReceived> told) {
		var ids = this.people.idsOf(told.stream().map(MailReceived::from).toList());
		var mails = told.stream()
				.map(mail -> mail.byPersonWithId(ids.getOrDefault(mail.from().email(), mail.from().id())))
				.toList();
		var letters = letters(mails);
		this.people.meet(letters.stream().map(letter -> letter.author().asClient()).toList());
		var placements = new ArrayList<Placement>();
		var unopened = new ArrayList<Letter>();
		var placed = this.namedTickets.ofMails(mails.stream().map(MailReceived::intakeId).toList());
		var awaited = this.namedTickets
				.awaited(mails.stream().map(MailReceived::messageId).filter(Objects::nonNull).toList());
		for (var letter : letters) {
			var before = placed.get(letter.mail().intakeId());
			var clues = this.clues.of(letter.mail(), awaited.contains(letter.mail().messageId()));
			awaited.addAll(Clues.parents(letter.mail()));
			if (before == null && clues.isEmpty()) {
				unopened.add(letter);
			} else {
				placements.addAll(open(unopened));
				unopened.clear();
				placements.add((before != null) ? new Placement.WasThere(before) : place(letter, clues));
			}
		}
		placements.addAll(open(unopened));
		return placements;
	}

	private List<Letter> letters(List<MailReceived> mails) {
		var staff = this.people.staffOf(mails.stream().map(mail -> mail.from().id()).distinct().toList());
		return mails.stream()
				.map(mail -> new Letter(mail, Author.of(mail, staff.get(mail.from().id()))))
				.toList();
	}

	private List<Placement> open(List<Letter> letters) {
		return openAll(letters.stream().map(Opening::alone).toList())
				.stream()
				.<Placement>map(Placement.Opened::new)
				.toList();
	}

	private Placement place(Letter letter, List<Clue> clues) {
		var named = this.namedTickets.of(clues, letter.author().person());
		if (named.isEmpty()) {
			return open(List.of(letter)).getFirst();
		}
		return switch (letter.author().in(named)) {
			case Voice.Client(var ticket, var verified) -> hear(letter, ticket, verified);
			case Voice.Staff(var ticket) -> answer(letter, ticket);
			case Voice.Outsider outsider -> open(letter, outsider);
		};
	}

	private Placement hear(Letter letter, NamedTicket ticket, boolean verified) {
		var origin = letter.mail().origin(ticket.clue().kind(), verified);
		this.conversation.add(ticket.id(),
				this.messages.byClient(letter.mail(), letter.author().person(), origin, verified),
				letter.author().asClient());
		rememberThread(ticket.id(), letter.mail());
		if (verified && ticket.raised() && letter.isByPerson()) {
			answerTo(letter, ticket);
		}
		return new Placement.Appended(ticket.id());
	}

	private void answerTo(Letter letter, NamedTicket ticket) {
		var wanted = letter.mail().answerTo();
		var isNew = !Objects.equals(ticket.answerTo(), wanted);
		if (isNew) {
			this.desk.answerTo(ticket.id(), wanted, letter.author().asClient());
		}
		if (wanted != null && (isNew || !ticket.asked())) {
			this.namedTickets.rememberAnswerTo(ticket.id(), wanted);
		}
	}

	private Placement answer(Letter letter, NamedTicket ticket) {
		var origin = letter.mail().origin(ticket.clue().kind(), true);
		this.conversation.add(ticket.id(), this.messages.byStaff(letter.mail(), letter.author().person(), origin),
				letter.author().asStaff());
		return new Placement.Appended(ticket.id());
	}

	private Placement open(Letter letter, Voice.Outsider outsider) {
		var named = outsider.ticket();
		var opened = openAll(List.of(new Opening(letter, outsider.why(), outsider.verified(), named))).getFirst();
		return switch (outsider.why()) {
			case DELETED_TICKET -> new Placement.DeletedOpenedNew(opened, named);
			case UNPROVEN -> new Placement.UnprovenOpenedNew(opened, named);
			default -> new Placement.StrangerOpenedNew(opened, named);
		};
	}

	private List<Long> openAll(List<Opening> openings) {
		if (openings.isEmpty()) {
			return List.of();
		}
		var tickets = this.desk.raise(openings.stream().map(this::request).toList())
				.stream()
				.map(TicketSnapshot::id)
				.toList();
		this.conversation.begin(IntStream.range(0, tickets.size())
				.mapToObj(i -> new TicketMessage(tickets.get(i),
						this.messages.byClient(openings.get(i).letter().mail(), openings.get(i).author().person(),
								openings.get(i).origin(), !openings.get(i).author().isRefuted())))
				.toList());
		for (var i = 0; i < tickets.size(); i++) {
			var mail = openings.get(i).letter().mail();
			this.namedTickets.await(tickets.get(i), Clues.parents(mail));
			rememberThread(tickets.get(i), mail);
			if (mail.answerTo() != null && mail.proof() == Proof.PROVEN) {
				this.namedTickets.rememberAnswerTo(tickets.get(i), mail.answerTo());
			}
		}
		return tickets;
	}

	private void rememberThread(long ticket, MailReceived mail) {
		if (mail.thread() != null) {
			this.namedTickets.rememberThread(ticket, mail.thread().id());
		}
	}

	private TicketRequest request(Opening opening) {
		var mail = opening.letter().mail();
		return new TicketRequest(
				NewTicket.byMail(opening.author().person(), subject(mail, opening.possibleFollowUpOf()),
						mail.visibleText(), MailMessages.receivedAt(mail),
						Objects.requireNonNullElse(mail.priority(), Priority.MID), project(mail), opening.origin(),
						opening.possibleFollowUpOf(), mail.answerTo()),
				opening.author().asClient());
	}

	/** A mailbox may name a project that was closed since: its mails are no worse for that. */
	private @Nullable UUID project(MailReceived mail) {
		var project = mail.project();
		return (project != null && this.organisation.isActiveProject(project)) ? project : null;
	}

	/** Without the id of a ticket that it may not go to: answers would carry that, too. */
	private static String subject(MailReceived mail, @Nullable Long other) {
		var subject = ((other != null) ? mail.subject().replace("[#%d]".formatted(other), "") : mail.subject()).strip();
		if (subject.isEmpty()) {
			return "(no subject)";
		}
		return (subject.length() <= SUBJECT_LENGTH) ? subject : subject.substring(0, SUBJECT_LENGTH - 1) + "…";
	}

	private record Letter(MailReceived mail, Author author) {

		/** A list hands on what people write. */
		boolean isByPerson() {
			return this.mail.classification() == Classification.PERSON
					|| this.mail.classification() == Classification.LIST;
		}

	}

	/** A ticket that a mail opens. */
	private record Opening(Letter letter, PlacedBy placedBy, boolean verified, @Nullable Long possibleFollowUpOf) {

		static Opening alone(Letter letter) {
			return new Opening(letter, PlacedBy.NEW, letter.author().isVerifiedAlone(), null);
		}

		Author author() {
			return this.letter.author();
		}

		MailOrigin origin() {
			return this.letter.mail().origin(this.placedBy, this.verified);
		}

	}

}
