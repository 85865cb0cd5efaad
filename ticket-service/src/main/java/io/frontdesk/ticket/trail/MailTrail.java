package io.frontdesk.ticket.trail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.Authentication.Proof;
import io.frontdesk.events.Classification;
import io.frontdesk.events.PlacedBy;
import io.frontdesk.ticket.lifecycle.TicketDesk;
import io.frontdesk.ticket.sight.Viewer;
import io.frontdesk.ticket.trail.TrailEntry.Direction;

/** Shows the mails of a ticket, oldest first. */
@Component
@Transactional(readOnly = true)
public class MailTrail {

	private static final Place BEGINNING = new Place(OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC),
			new UUID(0, 0));

	private final JdbcClient jdbc;

	private final TicketDesk desk;

	MailTrail(JdbcClient jdbc, TicketDesk desk) {
		this.jdbc = jdbc;
		this.desk = desk;
	}

	/** @param after the last entry of the page before; null for the first page */
	public Page page(long ticket, Viewer viewer, @Nullable UUID after, int limit) {
		this.desk.requireVisible(ticket, viewer);
		var found = ((after != null) ? place(ticket, after) : Optional.of(BEGINNING))
				.map(place -> entries(ticket, place, limit + 1))
				.orElse(List.of());
		var isLast = found.size() <= limit;
		var page = isLast ? found : found.subList(0, limit);
		return new Page(page, isLast ? null : page.getLast().id(), count(ticket));
	}

	private Optional<Place> place(long ticket, UUID entry) {
		return this.jdbc.sql("""
				select sent_at as at, intake_id as id from message where ticket_id = :ticket and intake_id = :entry
				union all
				select first_told_at, id from delivery where ticket_id = :ticket and id = :entry
				limit 1
				""").param("ticket", ticket).param("entry", entry).query(Place.class).optional();
	}

	private List<TrailEntry> entries(long ticket, Place after, int limit) {
		return this.jdbc
				.sql("""
						(select m.intake_id as id, 'IN' as direction, m.sent_at as at, m.id as message, m.mail_id, p.email as address,
						        m.classification, m.placed_by, m.proof, m.verified, t.possible_follow_up_of, null as kind,
						        null as state, null as reason
						 from message m join person p on p.id = m.author_id
						   left join ticket t on t.id = m.ticket_id and m.placed_by in ('STRANGER', 'UNPROVEN', 'DELETED_TICKET')
						 where m.ticket_id = :ticket and m.intake_id is not null and (m.sent_at, m.intake_id) > (:at, :id)
						 order by m.sent_at, m.intake_id limit :limit)
						union all
						(select id, 'OUT', first_told_at, message_id, mail_id, recipient, null, null, null, null, null, kind, state, reason
						 from delivery
						 where ticket_id = :ticket and (first_told_at, id) > (:at, :id)
						 order by first_told_at, id limit :limit)
						order by at, id limit :limit
						""")
				.param("ticket", ticket)
				.param("at", after.at())
				.param("id", after.id())
				.param("limit", limit)
				.query((row, _) -> entry(row))
				.list();
	}

	private static TrailEntry entry(ResultSet row) throws SQLException {
		var direction = Direction.valueOf(row.getString("direction"));
		var address = row.getString("address");
		return new TrailEntry(row.getObject("id", UUID.class), direction,
				row.getObject("at", OffsetDateTime.class).toInstant(), row.getObject("message", UUID.class),
				row.getString("mail_id"), (direction == Direction.IN) ? address : null,
				constant(Classification.class, row.getString("classification")),
				constant(PlacedBy.class, row.getString("placed_by")), constant(Proof.class, row.getString("proof")),
				row.getObject("verified", Boolean.class), row.getObject("possible_follow_up_of", Long.class),
				(direction == Direction.OUT) ? address : null,
				row.getString("kind"), constant(DeliveryState.class, row.getString("state")), row.getString("reason"));
	}

	private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
		return (name != null) ? Enum.valueOf(type, name) : null;
	}

	private long count(long ticket) {
		return this.jdbc.sql("""
				select (select count(*) from message where ticket_id = :ticket and intake_id is not null)
				     + (select count(*) from delivery where ticket_id = :ticket)
				""").param("ticket", ticket).query(Long.class).single();
	}

	public record Page(List<TrailEntry> entries, @Nullable UUID next, long total) {}

	private record Place(OffsetDateTime at, UUID id) {}

}
