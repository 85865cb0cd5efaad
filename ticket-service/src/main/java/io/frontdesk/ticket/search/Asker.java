package io.frontdesk.ticket.search;

import java.util.Set;
import java.util.UUID;

/** @param seesDeleted whether deleted tickets may be asked for */
public record Asker(UUID id, boolean staff, boolean seesDeleted) {

	Set<String> keys() {
		return this.staff ? SearchText.KEYS : SearchText.CLIENTS_KEYS;
	}

}
