package io.frontdesk.ticket.intake;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.Actor;
import io.frontdesk.events.Authentication;
import io.frontdesk.events.Authentication.Proof;
import io.frontdesk.events.MailReceived;
import io.frontdesk.events.Person;
import io.frontdesk.events.PlacedBy;
import io.frontdesk.events.Source;
import io.frontdesk.ticket.conversation.NamedTickets.NamedTicket;
import io.frontdesk.ticket.people.StaffMember;

/**
 * Who a mail says it is from, and how far that is believed. Anybody can write any From: what counts is whether the mail
 * answers one that we sent to that very address, and what the receiving mail server found out.
 *
 * @param staff if the address is one of staff, who they are
 * @param authentication null where no server says anything
 * @param hearsay whether another header than From says so, or From in such a way that its server may have read another
 */
record Author(Person person, @Nullable StaffMember staff, @Nullable Authentication authentication,
		boolean hearsay) {

	static Author of(MailReceived mail, @Nullable StaffMember staff) {
		return new Author((staff != null) ? staff.person() : mail.from(), staff, mail.authentication(),
				mail.via() != null || (mail.authentication() != null && mail.authentication().hearsay()));
	}

	/** As the one who raises a ticket, or writes in one that they raised. */
	Actor asClient() {
		return Actor.client(this.person, Source.MAIL);
	}

	Actor asStaff() {
		return Actor.staff(this.person, Source.MAIL);
	}

	/** In the first of these tickets in which the mail may speak; at least one is there. */
	Voice in(List<NamedTicket> named) {
		return named.stream().filter(this::speaksIn).findFirst().map(this::voiceIn).orElseGet(() -> {
			var lacksProof = this.staff != null || named.stream().anyMatch(NamedTicket::takesPart);
			return new Voice.Outsider(named.getFirst().id(), lacksProof ? PlacedBy.UNPROVEN : PlacedBy.STRANGER,
					isVerifiedAlone());
		});
	}

	private boolean speaksIn(NamedTicket ticket) {
		if (this.staff != null) {
			return this.staff.active() && ticket.clue().own() && !isRefuted() && !this.hearsay;
		}
		return ticket.clue().isSigned() || (ticket.takesPart() && !isRefuted());
	}

	private Voice voiceIn(NamedTicket ticket) {
		if (!ticket.active()) {
			return new Voice.Outsider(ticket.id(), PlacedBy.DELETED_TICKET, isVerifiedAlone() || isVerifiedIn(ticket));
		}
		return (this.staff != null && !ticket.raised())
				? new Voice.Staff(ticket)
				: new Voice.Client(ticket, isVerifiedIn(ticket));
	}

	private boolean isVerifiedIn(NamedTicket ticket) {
		return !isRefuted() && (isAnswerOfTheirs(ticket) || (ticket.takesPart() && isProven()));
	}

	/** Where a server looks at From, a mail that has somebody else's there is not theirs for what they were sent. */
	private boolean isAnswerOfTheirs(NamedTicket ticket) {
		return (ticket.clue().own() || ticket.isAnsweredElsewhere())
				&& !(this.hearsay && this.authentication != null);
	}

	/** Whether a mail that begins a ticket of its own counts as theirs. Where nobody checks, a client's does. */
	boolean isVerifiedAlone() {
		return isProven() || (this.authentication == null && this.staff == null);
	}

	/** Whether somebody else wrote it, as the mail server says. */
	boolean isRefuted() {
		return this.authentication != null && this.authentication.proof() == Proof.FAILED;
	}

	private boolean isProven() {
		return this.authentication != null && this.authentication.proof() == Proof.PROVEN;
	}

}
