package io.frontdesk.ticket.listing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.NamedId;
import io.frontdesk.events.Person;
import io.frontdesk.events.Priority;
import io.frontdesk.events.Source;
import io.frontdesk.events.TicketStatus;
import io.frontdesk.events.WaitingOn;
import io.frontdesk.ticket.search.Marker;
import io.frontdesk.ticket.sight.PublicTicket;

/** @param marks where a search's words are in subject and snippet; null in a list that is none */
public record TicketRow(long id, String subject, String snippet, Person requester, @Nullable NamedId company,
		@Nullable Person assignee, @Nullable NamedId project, @Nullable NamedId task, TicketStatus status,
		Priority priority, Instant requestTime, @Nullable Instant firstReplyAt,
		@Nullable Instant responseTime, Instant lastActivity, WaitingOn waitingOn, Source source, List<String> tags,
		boolean active, long version, long publicVersion, @Nullable Marks marks) {

	static TicketRow of(ResultSet row, int number) throws SQLException {
		return new TicketRow(row.getLong("id"), row.getString("subject"), Marker.beginning(row.getString("message")),
				person(row, "requester_id", "r"), named(row, "company"),
				(row.getObject("assignee_id") != null) ? person(row, "assignee_id", "a") : null,
				named(row, "project"), named(row, "task"), TicketStatus.valueOf(row.getString("status")),
				Priority.valueOf(row.getString("priority")),
				row.getObject("request_time", OffsetDateTime.class).toInstant(), instant(row, "first_reply_at"),
				instant(row, "response_time"), row.getObject("last_activity", OffsetDateTime.class).toInstant(),
				WaitingOn.valueOf(row.getString("waiting_on")), Source.valueOf(row.getString("source")),
				List.of((String[]) row.getArray("tags").getArray()), row.getBoolean("active"), row.getLong("version"),
				row.getLong("public_version"), null);
	}

	private static Person person(ResultSet row, String id, String prefix) throws SQLException {
		return new Person(row.getObject(id, UUID.class), row.getString(prefix + "_email"),
				row.getString(prefix + "_first_name"), row.getString(prefix + "_last_name"));
	}

	private static @Nullable NamedId named(ResultSet row, String thing) throws SQLException {
		var name = row.getString(thing);
		return (name != null) ? new NamedId(row.getObject(thing + "_id", UUID.class), name) : null;
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		var time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	TicketRow found(String excerpt, Marker marker) {
		return new TicketRow(this.id, this.subject, excerpt, this.requester, this.company, this.assignee, this.project,
				this.task, this.status, this.priority, this.requestTime, this.firstReplyAt,
				this.responseTime, this.lastActivity, this.waitingOn, this.source, this.tags, this.active,
				this.version, this.publicVersion, new Marks(marker.ranges(this.subject), marker.ranges(excerpt)));
	}

	public PublicTicket shownToClients() {
		return new PublicTicket(this.id, this.subject, this.snippet, this.requester, this.company, this.project,
				this.task, this.status, this.priority, this.requestTime, this.firstReplyAt, this.responseTime,
				this.waitingOn, this.source, this.active, this.publicVersion);
	}

	/** Each a list of [start, end). */
	public record Marks(List<List<Integer>> subject, List<List<Integer>> snippet) {}

}
