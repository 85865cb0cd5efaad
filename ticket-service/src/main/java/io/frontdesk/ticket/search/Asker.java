package io.frontdesk.ticket.search;

import java.util.Set;
import java.util.UUID;

import io.frontdesk.ticket.sight.Scope;
import io.frontdesk.ticket.sight.Viewer;

/** @param seesDeleted whether deleted tickets may be asked for */
public record Asker(UUID id, Scope scope, boolean seesDeleted) {

	public static Asker of(Viewer viewer) {
		return new Asker(viewer.id(), viewer.scope(), viewer.seesDeleted());
	}

	/** Whether nothing is hidden from them: notes, tags, who works on a ticket. */
	public boolean staff() {
		return this.scope instanceof Scope.Everything;
	}

	Set<String> keys() {
		return staff() ? SearchText.KEYS : SearchText.CLIENTS_KEYS;
	}

}
