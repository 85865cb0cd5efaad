package io.frontdesk.ticket.listing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** In which order; the ticket's id is always the last word, so that each ticket has one place. */
public record TicketSort(By by, boolean descending) {

	public static final TicketSort NEWEST_FIRST = new TicketSort(By.REQUEST_TIME, true);

	public static final TicketSort BEST_FIRST = new TicketSort(By.RELEVANCE, true);

	public static TicketSort of(String parameter) {
		var descending = parameter.startsWith("-");
		var name = descending ? parameter.substring(1) : parameter;
		return Stream.of(By.values())
				.filter(by -> by != By.RELEVANCE && by.parameter.equals(name))
				.findFirst()
				.map(by -> new TicketSort(by, descending))
				.orElseThrow(ListProblem.UNKNOWN_SORT::exception);
	}

	boolean tellsOfNotes() {
		return this.by == By.LAST_ACTIVITY;
	}

	boolean isRelevance() {
		return this.by == By.RELEVANCE;
	}

	List<Leg> legs() {
		return this.by.legs;
	}

	/** Where a ticket stands: the number of its leg, then what that leg is ordered by. */
	List<Long> position(Place place) {
		var position = new ArrayList<Long>();
		var leg = (this.by == By.RESPONSE_TIME && place.responseTime() == null) ? 1 : 0;
		position.add((long) leg);
		legs().get(leg).columns().forEach(column -> position.add(column.of(place)));
		return position;
	}

	Comparator<List<Long>> order() {
		return (one, other) -> {
			var difference = Long.compare(one.getFirst(), other.getFirst());
			for (var i = 1; difference == 0 && i < Math.min(one.size(), other.size()); i++) {
				difference = Long.compare(one.get(i), other.get(i)) * (this.descending ? -1 : 1);
			}
			return difference;
		};
	}

	String orderBy(Leg leg) {
		return leg.columns()
				.stream()
				.map(column -> column.sql() + (this.descending ? " desc" : ""))
				.collect(Collectors.joining(", "));
	}

	/** Behind a position, whose values are bound as :a0, :a1 and so on. */
	String beyond(Leg leg) {
		var columns = leg.columns().stream().map(Column::sql).collect(Collectors.joining(", ", "(", ")"));
		var values = new ArrayList<String>();
		for (var i = 0; i < leg.columns().size(); i++) {
			values.add(":a" + i);
		}
		return columns + (this.descending ? " < (" : " > (") + String.join(", ", values) + ")";
	}

	public enum By {

		REQUEST_TIME("requestTime", new Leg("true", List.of(Column.REQUEST_TIME, Column.ID))),

		/** Whichever way it goes, what is not closed yet comes after what is; only what is closed has the time. */
		RESPONSE_TIME("responseTime",
				new Leg("t.status = 'CLOSED'", List.of(Column.RESPONSE_TIME, Column.ID)),
				new Leg("t.status = 'OPEN'", List.of(Column.REQUEST_TIME, Column.ID))),

		LAST_ACTIVITY("lastActivity", new Leg("true", List.of(Column.LAST_ACTIVITY, Column.ID))),

		PRIORITY("priority", new Leg("true", List.of(Column.PRIORITY_RANK, Column.REQUEST_TIME, Column.ID))),

		ID("id", new Leg("true", List.of(Column.ID))),

		/** Only search knows it. */
		RELEVANCE("relevance", new Leg("true", List.of(Column.RELEVANCE, Column.REQUEST_TIME, Column.ID)));

		private final String parameter;

		private final List<Leg> legs;

		By(String parameter, Leg... legs) {
			this.parameter = parameter;
			this.legs = List.of(legs);
		}

	}

	/** A stretch of the list that one index delivers in order. */
	record Leg(String where, List<Column> columns) {}

	enum Column {

		REQUEST_TIME, RESPONSE_TIME, LAST_ACTIVITY, PRIORITY_RANK, ID, RELEVANCE;

		String sql() {
			return "t." + name().toLowerCase(Locale.ROOT);
		}

		long of(Place place) {
			return switch (this) {
				case REQUEST_TIME -> micros(place.requestTime());
				case RESPONSE_TIME -> micros(Objects.requireNonNull(place.responseTime()));
				case LAST_ACTIVITY -> micros(place.lastActivity());
				case PRIORITY_RANK -> place.priorityRank();
				case ID -> place.id();
				case RELEVANCE -> place.relevance();
			};
		}

		/** As the database compares it. */
		Object bound(long value) {
			return switch (this) {
				case REQUEST_TIME, RESPONSE_TIME, LAST_ACTIVITY -> time(value);
				case PRIORITY_RANK -> (int) value;
				case ID, RELEVANCE -> value;
			};
		}

		private static long micros(Instant time) {
			return ChronoUnit.MICROS.between(Instant.EPOCH, time);
		}

		private static OffsetDateTime time(long micros) {
			return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
		}

	}

	/** All that tickets are sorted by. */
	record Place(long id, Instant requestTime, @Nullable Instant responseTime, Instant lastActivity, int priorityRank,
			int relevance) {

		static Place of(ResultSet row, int number) throws SQLException {
			var responseTime = row.getObject("response_time", OffsetDateTime.class);
			return new Place(row.getLong("id"), row.getObject("request_time", OffsetDateTime.class).toInstant(),
					(responseTime != null) ? responseTime.toInstant() : null,
					row.getObject("last_activity", OffsetDateTime.class).toInstant(), row.getInt("priority_rank"), 0);
		}

	}

}
