package io.frontdesk.ticket.search;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.Priority;
import io.frontdesk.ticket.sight.Scope;
import io.frontdesk.ticket.sight.Viewer;

/**
 * Something that all tickets of a list have in common. As SQL it is exact; as words of the search index it is there to
 * find such tickets fast, where the index has words for it.
 */
public sealed interface Condition {

	/** What a ticket with a file has; a client must not learn of a note's. */
	String FILE = "has:file";

	String FILE_OF_NOTE = "has:file-of-note";

	/** @param parameters where the condition puts what must not stand in the statement itself */
	String sql(Parameters parameters);

	/** Part of a tsquery. */
	Optional<String> words();

	/** Statement parameters by name, which are numbered as they come. */
	record Parameters(Map<String, Object> values) {

		String add(Object value) {
			var name = "c" + this.values.size();
			this.values.put(name, value);
			return ":" + name;
		}

	}

	enum Reference {

		REQUESTER, ASSIGNEE, COMPANY, PROJECT, TASK;

		String property() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** Status, priority, or whose turn it is; literal, so that the planner sees that a partial index will do. */
	record Is(String column, Enum<?> value) implements Condition {

		@Override
		public String sql(Parameters parameters) {
			return (this.value instanceof Priority priority)
					? "t.priority_rank = " + (Priority.values().length - priority.ordinal())
					: "t.%s = '%s'".formatted(this.column, this.value.name());
		}

		@Override
		public Optional<String> words() {
			var property = this.column.equals("waiting_on") ? "waiting" : this.column;
			return Optional.of(quoted(property, this.value.name().toLowerCase(Locale.ROOT)));
		}

	}

	/** @param ids one of which the ticket refers to; none matches nothing */
	record RefersTo(Reference reference, List<UUID> ids) implements Condition {

		@Override
		public String sql(Parameters parameters) {
			return switch (this.ids.size()) {
				case 0 -> "false";
				case 1 -> "t.%s_id = %s".formatted(this.reference.property(), parameters.add(this.ids.getFirst()));
				default -> "t.%s_id = any(%s)".formatted(this.reference.property(),
						parameters.add(this.ids.toArray(UUID[]::new)));
			};
		}

		@Override
		public Optional<String> words() {
			return this.ids.isEmpty()
					? Optional.empty()
					: Optional.of(this.ids.stream()
							.map(id -> quoted(this.reference.property(), id))
							.collect(Collectors.joining(" | ", "(", ")")));
		}

	}

	record Unassigned() implements Condition {

		@Override
		public String sql(Parameters parameters) {
			return "t.assignee_id is null";
		}

		@Override
		public Optional<String> words() {
			return Optional.of(quoted("assignee", "none"));
		}

	}

	/** In whatever case: "VPN" and "vpn" are one tag. */
	record Tagged(String tag) implements Condition {

		/** By request time too, which lets the planner walk a tag's tickets in their order. */
		@Override
		public String sql(Parameters parameters) {
			return """
					exists (select from ticket_tag g
					where g.tag = tag_folded(%s) and g.request_time = t.request_time and g.ticket_id = t.id)"""
					.formatted(parameters.add(this.tag));
		}

		@Override
		public Optional<String> words() {
			return Optional.of("'%s'".formatted(SearchDocument.tag(this.tag)));
		}

	}

	/** @param to exclusive */
	record Between(String column, @Nullable Instant from, @Nullable Instant to) implements Condition {

		private static final Instant BEFORE_ALL = Instant.parse("1990-01-01T00:00:00Z");

		private static final Instant AFTER_ALL = Instant.parse("2199-12-31T00:00:00Z");

		@Override
		public String sql(Parameters parameters) {
			var after = (this.from != null) ? "t.%s >= %s".formatted(this.column, time(this.from, parameters)) : "true";
			var before = (this.to != null) ? "t.%s < %s".formatted(this.column, time(this.to, parameters)) : "true";
			return after + " and " + before;
		}

		private static String time(Instant time, Parameters parameters) {
			return parameters.add(time.atOffset(ZoneOffset.UTC));
		}

		@Override
		public Optional<String> words() {
			if (!this.column.equals("request_time") || this.to == null) {
				return Optional.empty();
			}
			var first = (this.from != null && this.from.isAfter(BEFORE_ALL)) ? this.from : BEFORE_ALL;
			var last = this.to.isBefore(AFTER_ALL) ? this.to : AFTER_ALL;
			var months = Months.lexemes(first.atOffset(ZoneOffset.UTC).toLocalDate(),
					last.atOffset(ZoneOffset.UTC).toLocalDate());
			return months.isEmpty()
					? Optional.empty()
					: Optional.of(months.stream().collect(Collectors.joining("' | '", "('", "')")));
		}

	}

	record HasFile(boolean withNotes) implements Condition {

		@Override
		public String sql(Parameters parameters) {
			return "exists (select from message m join attachment f on f.message_id = m.id where m.ticket_id = t.id and %s)"
					.formatted(this.withNotes ? "true" : Viewer.PUBLIC_MESSAGES);
		}

		@Override
		public Optional<String> words() {
			return Optional.of(this.withNotes ? "('%s' | '%s')".formatted(FILE, FILE_OF_NOTE) : "'" + FILE + "'");
		}

	}

	/** Within what somebody may see. */
	record Visible(Scope scope) implements Condition {

		@Override
		public String sql(Parameters parameters) {
			return this.scope.sql(parameters::add);
		}

		@Override
		public Optional<String> words() {
			return this.scope.word().map("'%s'"::formatted);
		}

	}

	record Live(boolean active) implements Condition {

		@Override
		public String sql(Parameters parameters) {
			return this.active ? "t.active" : "not t.active";
		}

		/** That a ticket is live is said of nearly all: reading it in the index would cost more than it saves. */
		@Override
		public Optional<String> words() {
			return this.active ? Optional.empty() : Optional.of(quoted("active", false));
		}

	}

	record Not(Condition unwanted) implements Condition {

		@Override
		public String sql(Parameters parameters) {
			return "(%s) is not true".formatted(this.unwanted.sql(parameters));
		}

		/** Where words find more than is meant, their opposite would find too little: SQL sees to it alone. */
		@Override
		public Optional<String> words() {
			return Optional.empty();
		}

	}

	private static String quoted(String property, Object value) {
		return "'%s'".formatted(SearchDocument.property(property, value));
	}

}
