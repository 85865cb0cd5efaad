package io.frontdesk.ticket.sight;

import java.util.UUID;

import io.frontdesk.events.Actor;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;

/**
 * Somebody who looks at tickets or changes them. Staff without ticket:read see none, whatever else they may do; what they
 * may do to a ticket they may do to one that they don't see.
 */
public record Viewer(Caller caller) {

	/** What others may see of the messages of a ticket that they see: no notes, no reply that can be taken back. */
	public static final String PUBLIC_MESSAGES = "kind <> 'NOTE' and held_until is null";

	public Actor actor() {
		return this.caller.actor();
	}

	public UUID id() {
		return this.caller.person().id();
	}

	public boolean isStaff() {
		return this.caller.isStaff();
	}

	/** Every ticket, and of each what is the house's own: notes, tags, who works on it. */
	public boolean seesAll() {
		return isStaff() && has(Features.TICKET_READ);
	}

	public boolean seesDeleted() {
		return seesAll() && has(Features.TICKET_DELETE);
	}

	public boolean mayDelete() {
		return isStaff() && has(Features.TICKET_DELETE);
	}

	/** Staff who see no ticket: were it theirs to say who is mailed about one, they could have all mailed to themselves. */
	public boolean isBlindStaff() {
		return isStaff() && !seesAll();
	}

	public Scope scope() {
		if (seesAll()) {
			return new Scope.Everything();
		}
		return isStaff() ? new Scope.Nothing() : new Scope.OfRequester(id());
	}

	public boolean sees(UUID requester, boolean active) {
		return active ? scope().covers(requester) : seesDeleted();
	}

	/** Whether there is such a ticket for them where they are about to change it: a deleted one to restore it only. */
	public boolean reaches(UUID requester, boolean active, boolean restores) {
		return (active || restores && mayDelete()) && (isStaff() || scope().covers(requester));
	}

	/** On {@code message}, for the messages of a ticket that they see. */
	public String messages() {
		return seesAll() ? "true" : PUBLIC_MESSAGES;
	}

	private boolean has(String feature) {
		return this.caller.features().contains(feature);
	}

}
