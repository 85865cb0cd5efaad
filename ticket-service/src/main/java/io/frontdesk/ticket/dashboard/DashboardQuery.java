package io.frontdesk.ticket.dashboard;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a dashboard is asked for.
 *
 * @param to the last day
 * @param company whose requesters' tickets; null for all
 * @param project null for all
 */
public record DashboardQuery(LocalDate from, LocalDate to, ZoneId zone, @Nullable UUID company,
		@Nullable UUID project) {

	static final int MOST_DAYS = 400;

	private static final int DAYS_BY_DEFAULT = 7;

	/** @param from date or instant: an instant stands for its day in the zone, nothing for the week that ends on to */
	public static DashboardQuery parse(@Nullable String from, @Nullable String to, String tz, @Nullable UUID company,
			@Nullable UUID project, Instant now) {
		var zone = zone(tz);
		var last = (to != null) ? day("to", to, zone) : now.atZone(zone).toLocalDate();
		var first = (from != null) ? day("from", from, zone) : last.minusDays(DAYS_BY_DEFAULT - 1);
		if (last.isBefore(first)) {
			throw DashboardProblem.ENDS_BEFORE_IT_BEGINS.of("to");
		}
		if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
			throw DashboardProblem.TOO_LONG.of("to");
		}
		return new DashboardQuery(first, last, zone, company, project);
	}

	/** Only named zones: their days begin at whole quarters of an hour, in which we count. */
	private static ZoneId zone(String tz) {
		if (!ZoneId.getAvailableZoneIds().contains(tz)) {
			throw DashboardProblem.UNKNOWN_ZONE.of("tz");
		}
		return ZoneId.of(tz);
	}

	private static LocalDate day(String field, String text, ZoneId zone) {
		try {
			var day = text.contains("T")
					? OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDate()
					: LocalDate.parse(text);
			if (day.getYear() < 1970 || day.getYear() > 9998) {
				throw DashboardProblem.OUT_OF_REACH.of(field);
			}
			return day;
		} catch (DateTimeException ex) {
			throw DashboardProblem.NO_DATE.of(field);
		}
	}

}
