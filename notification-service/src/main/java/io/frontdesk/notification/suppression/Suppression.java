package io.frontdesk.notification.suppression;

import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.frontdesk.events.Classification;
import io.frontdesk.events.MailOrigin;
import io.frontdesk.events.MessageKind;
import io.frontdesk.events.NobodyReads;
import io.frontdesk.events.TicketCreated;
import io.frontdesk.events.TicketEvent;
import io.frontdesk.events.TicketMessageAdded;
import io.frontdesk.events.TicketUpdated;
import io.frontdesk.notification.muting.Mutes;
import io.frontdesk.notification.outbound.Barred;
import io.frontdesk.notification.outbound.Kind;
import io.frontdesk.notification.outbound.NewDelivery;
import io.frontdesk.notification.outbound.OurAddresses;
import io.frontdesk.notification.proof.Doorkeeper;
import io.frontdesk.notification.proof.Standing;

/** Why a mail must not be sent. An answer to a machine is the first turn of a loop. */
@Component
public class Suppression {

	/** Where no person reads, or should not be written to by a program: RFC 3834 §2, RFC 2142 and what the field uses. */
	private static final Pattern ROLE = Pattern.compile("""
			(mailer-daemon|postmaster|abuse|root|daemon|nobody|listserv|majordomo|bounces?)([+._-].*)?\
			|(.*[+._-])?(no-?reply|do-?not-?reply).*\
			|owner-.*|.*-(owner|request|bounces?)""", Pattern.CASE_INSENSITIVE);

	/** What tells of a mail: that of a machine may well be the answer to such a one. */
	private static final Set<Kind> TOLD_OF_PEOPLE = EnumSet.of(Kind.CREATED, Kind.CLIENT_REPLIED, Kind.NEW_TICKET);

	private final OurAddresses ours;

	private final Barred barred;

	private final MachineTickets machineTickets;

	private final Mutes mutes;

	private final Limits limits;

	private final Doorkeeper doorkeeper;

	Suppression(OurAddresses ours, Barred barred, MachineTickets machineTickets, Mutes mutes, Limits limits,
			Doorkeeper doorkeeper) {
		this.ours = ours;
		this.barred = barred;
		this.machineTickets = machineTickets;
		this.mutes = mutes;
		this.limits = limits;
		this.doorkeeper = doorkeeper;
	}

	/** Takes note of who has written, before it is asked about the mails that tell of it. */
	public void note(TicketEvent event) {
		switch (event) {
			case TicketCreated created when isByMachine(created.mail()) ->
				this.machineTickets.add(created.ticket().id());
			case TicketMessageAdded added when added.message().kind() == MessageKind.CLIENT
					&& !isByMachine(added.mail()) ->
				this.machineTickets.remove(added.ticket().id());
			case TicketUpdated updated when updated.changes("requester") ->
				this.machineTickets.remove(updated.ticket().id());
			default -> {
				// tells nothing new of who is there to read our mails
			}
		}
	}

	/** Null if it may be sent. Limits come last: only what is sent counts. */
	public @Nullable String of(NewDelivery mail, TicketEvent event, Standing standing) {
		return ruledOut(mail, event, standing)
				.orElseGet(() -> mail.kind().isAutomatic()
						? this.limits.exceededBy(mail, isToNewAddress(mail, standing))
						: null);
	}

	/** Why it must not be sent, however few mails are; nothing is counted by it. */
	public Optional<String> ruledOut(NewDelivery mail, TicketEvent event, Standing standing) {
		var barred = this.barred.why(mail.recipient());
		if (barred.isPresent() || !mail.kind().isAutomatic()) {
			return barred;
		}
		return Stream.<Supplier<Optional<String>>>of(() -> byWish(mail, event), () -> byRecipient(mail, event),
				() -> byQuiet(mail, event),
				() -> byMachine(mail, event),
				() -> byMark(mail, event),
				() -> byStanding(mail, standing), () -> toMachine(mail), () -> role(mail), () -> muted(mail))
				.map(Supplier::get)
				.flatMap(Optional::stream)
				.findFirst();
	}

	/** An answer to a mail of which nothing is proven may reach somebody who never wrote to us, and be wanted by another. */
	private boolean isToNewAddress(NewDelivery mail, Standing standing) {
		return standing != Standing.PROVEN && !mail.kind().isToStaff()
				&& !this.doorkeeper.isKnown(mail.recipient());
	}

	/**
	 * Null if it may be sent: a mail that is about somebody's account, not about a ticket. Nobody's mails may use up what is
	 * left for the warning of whoever is to lose an address; org-service bounds how often one is wanted.
	 */
	public @Nullable String of(NewDelivery mail) {
		if (this.ours.include(mail.recipient())) {
			return "We are " + mail.recipient();
		}
		return (mail.kind() == Kind.ADDRESS_CHANGE) ? null : this.limits.exceededBy(mail, false);
	}

	/** Staff who raise a ticket say whether its requester is told of it. */
	private static Optional<String> byWish(NewDelivery mail, TicketEvent event) {
		if (mail.kind() != Kind.CREATED || !(event instanceof TicketCreated created)) {
			return Optional.empty();
		}
		if (created.opensWithReply()) {
			return Optional.of("The reply that the ticket begins with tells of it");
		}
		return created.confirms()
				? Optional.empty()
				: Optional.of("Whoever raised the ticket wanted no confirmation");
	}

	private static Optional<String> byRecipient(NewDelivery mail, TicketEvent event) {
		var actor = event.actor().person();
		return (mail.kind() == Kind.STATUS_CHANGED && actor != null
				&& actor.id().equals(event.ticket().requester().id()))
						? Optional.of("The recipient changed the status")
						: Optional.empty();
	}

	/** Whoever never heard of a ticket learns nothing from its status. */
	private static Optional<String> byQuiet(NewDelivery mail, TicketEvent event) {
		return (mail.kind() == Kind.STATUS_CHANGED && event.ticket().staysQuiet())
				? Optional.of("The recipient was told nothing of this ticket: whoever raised it wanted no confirmation")
				: Optional.empty();
	}

	private static Optional<String> byMachine(NewDelivery mail, TicketEvent event) {
		return Optional.ofNullable(origin(event))
				.filter(origin -> isByMachine(origin)
						&& TOLD_OF_PEOPLE.contains(mail.kind()))
				.map(origin -> "No person wrote the mail, but: "
						+ origin.classification().name().toLowerCase(Locale.ROOT).replace('_', '-'));
	}

	/** Of a mail by a person, or nearly: what staff do with its ticket they are told of. */
	private static Optional<String> byMark(NewDelivery mail, TicketEvent event) {
		return Optional.ofNullable(origin(event))
				.filter(_ -> mail.kind() == Kind.CREATED)
				.map(MailOrigin::noAnswer)
				.map(mark -> "The mail asks for no automatic answer: " + mark);
	}

	private static Optional<String> byStanding(NewDelivery mail, Standing standing) {
		if (mail.kind().isToStaff()) {
			return Optional.empty();
		}
		return switch (standing) {
			case FAILED -> Optional.of(
					"The mail that opened the ticket is not from whom it says: SPF, DKIM or DMARC failed at our mail server");
			case SPAM -> Optional.of("The mail that opened the ticket is marked as spam");
			case PROVEN, UNPROVEN -> Optional.empty();
		};
	}

	private static boolean isByMachine(@Nullable MailOrigin mail) {
		return mail != null && mail.classification() != Classification.PERSON;
	}

	private Optional<String> toMachine(NewDelivery mail) {
		return (mail.kind() == Kind.STATUS_CHANGED && this.machineTickets.has(mail.ticket()))
				? Optional.of("No person has written in this ticket yet")
				: Optional.empty();
	}

	private static @Nullable MailOrigin origin(TicketEvent event) {
		return switch (event) {
			case TicketCreated created -> created.mail();
			case TicketMessageAdded added -> added.mail();
			default -> null;
		};
	}

	private static Optional<String> role(NewDelivery mail) {
		var local = mail.recipient().substring(0, Math.max(0, mail.recipient().lastIndexOf('@')));
		return ROLE.matcher(local).matches() || NobodyReads.at(mail.recipient())
				? Optional.of("Nobody reads mail to " + mail.recipient())
				: Optional.empty();
	}

	private Optional<String> muted(NewDelivery mail) {
		return this.mutes.of(mail.recipient())
				.map(mute -> "Muted until %tF: %s".formatted(mute.until().atOffset(ZoneOffset.UTC),
						mute.reason()));
	}

}
