package io.frontdesk.ticket.listing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.frontdesk.events.Person;
import io.frontdesk.events.Priority;
import io.frontdesk.events.Source;
import io.frontdesk.events.TicketStatus;
import io.frontdesk.events.WaitingOn;

/** Pages of tickets, by keyset: page 1,000 costs what page 1 does. */
@Component
public class TicketList {

	/** Counting stops here: nobody reads a bigger number, and the database would. */
	static final int COUNTED = 1_000;

	private static final String ROWS = """
			select t.id, t.subject, t.status, t.priority, t.source, t.waiting_on, t.tags, t.request_time,
			       t.response_time, t.active, t.version,
			       r.id as r_id, r.email as r_email, r.first_name as r_first_name, r.last_name as r_last_name,
			       a.id as a_id, a.email as a_email, a.first_name as a_first_name, a.last_name as a_last_name
			from ticket t
			join person r on r.id = t.requester_id
			left join person a on a.id = t.assignee_id
			where\s""";

	private final JdbcClient jdbc;

	TicketList(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public Page page(TicketQuery query) {
		var filters = new ArrayList<>(List.of("t.active"));
		if (query.status() != null) {
			filters.add("t.status = :status");
		}
		if (query.requester() != null) {
			filters.add("t.requester_id = :requester");
		}
		var counted = String.join(" and ", filters);
		if (query.after() != null) {
			filters.add("(t.request_time, t.id) %s (:afterTime, :afterId)".formatted(query.sort().beyond()));
		}
		var rows = bind(this.jdbc.sql(ROWS + String.join(" and ", filters)
				+ " order by t.request_time %1$s, t.id %1$s limit :limit".formatted(query.sort().direction())), query)
				.param("limit", query.limit() + 1)
				.query((row, _) -> new Row(row.getLong("id"), row.getString("subject"),
						person(row.getObject("r_id", UUID.class), row.getString("r_email"),
								row.getString("r_first_name"), row.getString("r_last_name")),
						(row.getObject("a_id") == null)
								? null
								: person(row.getObject("a_id", UUID.class), row.getString("a_email"),
										row.getString("a_first_name"), row.getString("a_last_name")),
						TicketStatus.valueOf(row.getString("status")), Priority.valueOf(row.getString("priority")),
						row.getObject("request_time", OffsetDateTime.class).toInstant(),
						instant(row.getObject("response_time", OffsetDateTime.class)),
						WaitingOn.valueOf(row.getString("waiting_on")), Source.valueOf(row.getString("source")),
						List.of((String[]) row.getArray("tags").getArray()), row.getBoolean("active"),
						row.getLong("version")))
				.list();
		var total = bind(this.jdbc.sql("select count(*) from (select 1 from ticket t where %s limit %d) counted"
				.formatted(counted, COUNTED)), query).query(Long.class).single();
		var isLast = rows.size() <= query.limit();
		var page = isLast ? rows : rows.subList(0, query.limit());
		return new Page(page, isLast ? null : Cursor.after(query.sort(), page.getLast()), total);
	}

	private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, TicketQuery query) {
		var after = query.after();
		return statement.param("status", (query.status() != null) ? query.status().name() : null)
				.param("requester", query.requester())
				.param("afterTime", (after != null) ? after.time().atOffset(ZoneOffset.UTC) : null)
				.param("afterId", (after != null) ? after.id() : null);
	}

	private static Person person(UUID id, String email, String firstName, String lastName) {
		return new Person(id, email, firstName, lastName);
	}

	private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
		return (time != null) ? time.toInstant() : null;
	}

	/** @param total exact below {@value #COUNTED}, else that many */
	public record Page(List<Row> rows, @Nullable Cursor next, long total) {}

	public record Row(long id, String subject, Person requester, @Nullable Person assignee, TicketStatus status,
			Priority priority, Instant requestTime, @Nullable Instant responseTime, WaitingOn waitingOn,
			Source source, List<String> tags, boolean active, long version) {}

}
