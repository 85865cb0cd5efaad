package io.frontdesk.events;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Any change of a ticket but its status and its messages. */
public record TicketUpdated(Actor actor, List<Change> changes, TicketSnapshot ticket) implements TicketEvent {

	@Override
	public String topic() {
		return Topics.TICKET_UPDATED;
	}

	/** Whether this field is among what changed. */
	public boolean changes(String field) {
		return this.changes.stream().anyMatch(change -> change.field().equals(field));
	}

	public record Change(String field, @Nullable String from, @Nullable String to) {}

}
