package io.frontdesk.ticket.intake;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.Actor;
import io.frontdesk.events.Classification;
import io.frontdesk.events.MailOrigin;
import io.frontdesk.events.MailReceived;
import io.frontdesk.events.MessageKind;
import io.frontdesk.events.PlacedBy;
import io.frontdesk.events.Priority;
import io.frontdesk.events.Source;
import io.frontdesk.events.TicketSnapshot;
import io.frontdesk.ticket.conversation.Clue;
import io.frontdesk.ticket.conversation.Conversation;
import io.frontdesk.ticket.conversation.NamedTickets;
import io.frontdesk.ticket.conversation.NamedTickets.NamedTicket;
import io.frontdesk.ticket.conversation.NewMessage;
import io.frontdesk.ticket.conversation.TicketMessage;
import io.frontdesk.ticket.lifecycle.NewTicket;
import io.frontdesk.ticket.lifecycle.TicketDesk;
import io.frontdesk.ticket.lifecycle.TicketRequest;
import io.frontdesk.ticket.organisation.Organisation;
import io.frontdesk.ticket.people.People;

/**
 * Finds the ticket that a mail belongs to, or opens one. Of the tickets that a mail names, it goes to the first that its
 * sender has a part in; a ticket that was deleted, or is none of the sender's, is named by the new one.
 */
@Component
@Transactional
public class MailDesk {

	private static final int SUBJECT_LENGTH = 500;

	/** More people than that are a mailing, of which nobody answers to all. */
	private static final int COPIES = 50;

	private final TicketDesk desk;

	private final People people;

	private final Conversation conversation;

	private final NamedTickets namedTickets;

	private final Clues clues;

	private final Organisation organisation;

	private final IntakeSettings settings;

	MailDesk(TicketDesk desk, People people, Conversation conversation, NamedTickets namedTickets, Clues clues,
			Organisation organisation, IntakeSettings settings) {
		this.desk = desk;
		this.people = people;
		this.conversation = conversation;
		this.namedTickets = namedTickets;
		this.clues = clues;
		this.organisation = organisation;
		this.settings = settings;
	}

	/** A bounce, and a mail that we sent to ourselves to see whether it arrives: they are for notification-service. */
	public boolean isForNoTicket(MailReceived mail) {
		return mail.classification() == Classification.BOUNCE || this.clues.isCheck(mail);
	}

	/** In their order: a mail may answer one that came just before it. */
	public List<Placement> receive(List<MailReceived> mails) {
		this.people.meet(mails.stream().map(MailDesk::actor).toList());
		var placements = new ArrayList<Placement>();
		var unopened = new ArrayList<MailReceived>();
		var placed = this.namedTickets.ofMails(mails.stream().map(MailReceived::intakeId).toList());
		for (var mail : mails) {
			var before = placed.get(mail.intakeId());
			var clues = this.clues.of(mail);
			if (before == null && clues.isEmpty()) {
				unopened.add(mail);
			} else {
				placements.addAll(open(unopened));
				unopened.clear();
				placements.add((before != null) ? new Placement.WasThere(before) : place(mail, clues));
			}
		}
		placements.addAll(open(unopened));
		return placements;
	}

	private List<Placement> open(List<MailReceived> mails) {
		return openAll(mails.stream().map(mail -> new Opening(mail, PlacedBy.NEW, null)).toList())
				.stream()
				.<Placement>map(Placement.Opened::new)
				.toList();
	}

	private Placement place(MailReceived mail, List<Clue> clues) {
		var named = this.namedTickets.of(clues, mail.from());
		if (named.isEmpty()) {
			return open(List.of(mail)).getFirst();
		}
		var first = named.getFirst();
		return named.stream()
				.filter(NamedTicket::takesPart)
				.findFirst()
				.map(ticket -> place(ticket, mail))
				.orElseGet(
						() -> new Placement.StrangerOpenedNew(open(mail, PlacedBy.STRANGER, first.id()), first.id()));
	}

	private Placement place(NamedTicket ticket, MailReceived mail) {
		if (!ticket.active()) {
			return new Placement.DeletedOpenedNew(open(mail, PlacedBy.DELETED_TICKET, ticket.id()), ticket.id());
		}
		this.conversation.add(ticket.id(), message(mail, mail.origin(ticket.by())), actor(mail));
		return new Placement.Appended(ticket.id());
	}

	private long open(MailReceived mail, PlacedBy placedBy, long possibleFollowUpOf) {
		return openAll(List.of(new Opening(mail, placedBy, possibleFollowUpOf))).getFirst();
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
						message(openings.get(i).mail(), openings.get(i).origin())))
				.toList());
		return tickets;
	}

	private TicketRequest request(Opening opening) {
		var mail = opening.mail();
		return new TicketRequest(
				NewTicket.byMail(mail.from(), subject(mail, opening.possibleFollowUpOf()), mail.visibleText(),
						receivedAt(mail), Objects.requireNonNullElse(mail.priority(), Priority.MID), project(mail),
						opening.origin(), opening.possibleFollowUpOf()),
				actor(mail));
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

	private NewMessage message(MailReceived mail, MailOrigin origin) {
		return new NewMessage(MessageKind.CLIENT, mail.from(), mail.visibleText(), mail.attachments(), receivedAt(mail),
				new NewMessage.Mail(origin, mail.text(), mail.html(), copies(mail), mail.source()));
	}

	private List<String> copies(MailReceived mail) {
		return Stream.concat(mail.to().stream(), mail.cc().stream())
				.map(address -> address.strip().toLowerCase(Locale.ROOT))
				.distinct()
				.filter(address -> !address.equals(mail.from().email())
						&& mail.ours().stream().noneMatch(address::equalsIgnoreCase) && !this.settings.isOurs(address)
						&& !this.clues.isReplyAddress(address))
				.limit(COPIES)
				.toList();
	}

	private static Instant receivedAt(MailReceived mail) {
		return mail.receivedAt().truncatedTo(ChronoUnit.MICROS);
	}

	private static Actor actor(MailReceived mail) {
		return Actor.client(mail.from(), Source.MAIL);
	}

	/** A ticket that a mail opens. */
	private record Opening(MailReceived mail, PlacedBy placedBy, @Nullable Long possibleFollowUpOf) {

		MailOrigin origin() {
			return this.mail.origin(this.placedBy);
		}

	}

}
