package io.frontdesk.ticket.lifecycle;

import java.util.Locale;

import io.frontdesk.events.TicketStatus;

/** Something about a ticket that became different. */
sealed interface Change {

	String field();

	String before();

	String after();

	record StatusChange(TicketStatus from, TicketStatus to) implements Change {

		@Override
		public String field() {
			return "status";
		}

		@Override
		public String before() {
			return wireName(this.from);
		}

		@Override
		public String after() {
			return wireName(this.to);
		}

	}

	record FieldChange(String field, String before, String after) implements Change {}

	static String wireName(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

}
