package io.frontdesk.ticket.intake;

import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.Actor;
import io.frontdesk.events.Classification;
import io.frontdesk.events.MailReceived;
import io.frontdesk.events.MessageKind;
import io.frontdesk.events.Source;
import io.frontdesk.events.reference.SignedReferences;
import io.frontdesk.ticket.conversation.Conversation;
import io.frontdesk.ticket.conversation.NewMessage;
import io.frontdesk.ticket.lifecycle.NewTicket;
import io.frontdesk.ticket.lifecycle.TicketDesk;

/**
 * Finds the ticket that a mail belongs to, or opens one: first by a signed id of ours in the recipients, In-Reply-To or
 * References; then, from somebody who has a part in the ticket, by a Message-ID we know or the id in the subject.
 */
@Component
@Transactional
public class MailDesk {

	private static final Pattern SUBJECT_TOKEN = Pattern.compile("\\[#(\\d{7,18})]");

	private static final int SUBJECT_LENGTH = 500;

	private final TicketDesk desk;

	private final Conversation conversation;

	private final SignedReferences signed;

	MailDesk(TicketDesk desk, Conversation conversation, SignedReferences signed) {
		this.desk = desk;
		this.conversation = conversation;
		this.signed = signed;
	}

	public Placement receive(MailReceived mail) {
		var own = signedTicket(mail).filter(this::exists);
		if (own.isPresent()) {
			return append(own.get(), mail);
		}
		var named = namedTicket(mail).filter(this::exists);
		if (named.isEmpty()) {
			return new Placement.Opened(open(mail, null));
		}
		return this.conversation.isParticipant(named.get(), mail.from().id())
				? append(named.get(), mail)
				: new Placement.StrangerOpenedNew(open(mail, named.get()), named.get());
	}

	private boolean exists(long ticket) {
		return this.desk.find(ticket).isPresent();
	}

	private Optional<Long> signedTicket(MailReceived mail) {
		var byAddress = mail.recipients().stream().map(this.signed::ticketOfReplyAddress);
		var byMessageId = answered(mail).map(this.signed::ticketOfMessageId);
		return Stream.concat(byAddress, byMessageId)
				.filter(OptionalLong::isPresent)
				.map(OptionalLong::getAsLong)
				.findFirst();
	}

	private Optional<Long> namedTicket(MailReceived mail) {
		var bySubject = SUBJECT_TOKEN.matcher(mail.subject())
				.results()
				.map(result -> Long.valueOf(result.group(1)))
				.findFirst();
		return answered(mail).map(this.conversation::ticketOf)
				.filter(Objects::nonNull)
				.findFirst()
				.or(() -> bySubject);
	}

	/** The Message-IDs that the mail answers, the nearest first. */
	private static Stream<String> answered(MailReceived mail) {
		return Stream.concat(Stream.ofNullable(mail.inReplyTo()), mail.references().reversed().stream());
	}

	private Placement append(long ticket, MailReceived mail) {
		this.conversation.add(ticket, message(mail), actor(mail), mail.classification() == Classification.PERSON);
		return new Placement.Appended(ticket);
	}

	private long open(MailReceived mail, @Nullable Long possibleFollowUpOf) {
		var wanted = NewTicket.byMail(mail.from(), subject(mail), mail.text(),
				mail.receivedAt().truncatedTo(ChronoUnit.MICROS), mail.origin(), possibleFollowUpOf);
		var ticket = this.desk.raise(wanted, actor(mail));
		this.conversation.begin(ticket.id(), message(mail));
		return ticket.id();
	}

	private static String subject(MailReceived mail) {
		var subject = mail.subject().isBlank() ? "(no subject)" : mail.subject().strip();
		return (subject.length() <= SUBJECT_LENGTH) ? subject : subject.substring(0, SUBJECT_LENGTH - 1) + "…";
	}

	private static NewMessage message(MailReceived mail) {
		return new NewMessage(MessageKind.CLIENT, mail.from(), mail.text(), mail.html(), mail.attachments(),
				mail.receivedAt().truncatedTo(ChronoUnit.MICROS), mail.origin(), mail.source());
	}

	private static Actor actor(MailReceived mail) {
		return Actor.client(mail.from(), Source.MAIL);
	}

}
