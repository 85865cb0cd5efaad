package io.frontdesk.ticket.lifecycle;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.TicketStatus;

/** Something about a ticket that became different. */
sealed interface Change {

	String field();

	@Nullable
	String before();

	@Nullable
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

	record FieldChange(String field, @Nullable String before, @Nullable String after) implements Change {}

	/** Deleted, or brought back. */
	record ActiveChange(boolean active) implements Change {

		@Override
		public String field() {
			return "active";
		}

		@Override
		public String before() {
			return Boolean.toString(!this.active);
		}

		@Override
		public String after() {
			return Boolean.toString(this.active);
		}

	}

	static String wireName(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

}
