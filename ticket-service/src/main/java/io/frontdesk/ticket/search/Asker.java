package io.frontdesk.ticket.search;

import java.util.Set;
import java.util.UUID;

import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;

/** @param seesDeleted whether deleted tickets may be asked for */
public record Asker(UUID id, boolean staff, boolean seesDeleted) {

	public static Asker of(Caller caller) {
		return new Asker(caller.person().id(), caller.isStaff(), caller.features().contains(Features.TICKET_DELETE));
	}

	Set<String> keys() {
		return this.staff ? SearchText.KEYS : SearchText.CLIENTS_KEYS;
	}

}
