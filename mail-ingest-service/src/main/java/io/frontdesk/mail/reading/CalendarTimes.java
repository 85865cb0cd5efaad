package io.frontdesk.mail.reading;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import org.jspecify.annotations.Nullable;

/** When an event is, as its sender's clock says, with the zone of that clock. */
record CalendarTimes(ICalendar calendar, VEvent event) {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

	@Nullable
	String start() {
		var start = this.event.getDateStart();
		return isMissing(start) ? null : shown(local(start), start);
	}

	/** Of a whole day the last one, where RFC 5545 §3.6.1 names the day after it; null if it is that of the start. */
	@Nullable
	String end() {
		var start = this.event.getDateStart();
		var end = isMissing(this.event.getDateEnd()) ? start : this.event.getDateEnd();
		if (isMissing(end)) {
			return null;
		}
		var until = local(end);
		var duration = this.event.getDuration();
		if (end == start && duration != null && duration.getValue() != null) {
			until = until.plus(Duration.ofMillis(duration.getValue().toMillis()));
		}
		if (!end.getValue().hasTime() && !isMissing(start)) {
			until = until.minusDays(1);
			return until.isAfter(local(start)) ? shown(until, end) : null;
		}
		return (end == start && until.equals(local(start))) ? null : shown(until, end);
	}

	@Nullable
	String recurrence() {
		var rule = this.event.getRecurrenceRule();
		if (rule == null || rule.getValue() == null) {
			return null;
		}
		var recurrence = rule.getValue();
		if (recurrence.getFrequency() == null) {
			return "by a rule that Frontdesk doesn't know";
		}
		var until = recurrence.getUntil();
		return often(recurrence) + days(recurrence)
				+ ((recurrence.getCount() == null) ? "" : ", %,d times".formatted(recurrence.getCount()))
				+ ((until == null) ? "" : ", until " + local(until.getRawComponents()).toLocalDate());
	}

	private static String often(Recurrence recurrence) {
		var unit = unit(recurrence.getFrequency());
		var interval = recurrence.getInterval();
		return (interval == null || interval == 1) ? "every " + unit : "every %,d %ss".formatted(interval, unit);
	}

	private static String unit(Frequency frequency) {
		return switch (frequency) {
			case SECONDLY -> "second";
			case MINUTELY -> "minute";
			case HOURLY -> "hour";
			case DAILY -> "day";
			case WEEKLY -> "week";
			case MONTHLY -> "month";
			case YEARLY -> "year";
		};
	}

	/** Which of a month or a year is left to the file. */
	private static String days(Recurrence recurrence) {
		return (recurrence.getFrequency() != Frequency.WEEKLY || recurrence.getByDay().isEmpty())
				? ""
				: recurrence.getByDay().stream().map(by -> by.getDay().name()).distinct()
						.map(day -> day.charAt(0) + day.substring(1).toLowerCase(Locale.ROOT))
						.collect(Collectors.joining(", ", " on ", ""));
	}

	private static boolean isMissing(@Nullable DateOrDateTimeProperty time) {
		return time == null || time.getValue() == null || time.getValue().getRawComponents() == null;
	}

	private static LocalDateTime local(DateOrDateTimeProperty time) {
		return local(time.getValue().getRawComponents());
	}

	/** There may be a 32nd day or a 25th hour. */
	private static LocalDateTime local(DateTimeComponents at) {
		return LocalDate.of(at.getYear(), 1, 1).atStartOfDay().plusMonths(at.getMonth() - 1L)
				.plusDays(at.getDate() - 1L).plusHours(at.getHour()).plusMinutes(at.getMinute());
	}

	private String shown(LocalDateTime at, DateOrDateTimeProperty time) {
		return time.getValue().hasTime()
				? MINUTE.format(at.truncatedTo(ChronoUnit.MINUTES)) + zone(time)
				: at.toLocalDate().toString();
	}

	private String zone(DateOrDateTimeProperty time) {
		if (time.getValue().getRawComponents().isUtc()) {
			return " UTC";
		}
		var known = this.calendar.getTimezoneInfo().getTimezone(time);
		var name = (known == null) ? time.getParameter("TZID") : known.getTimeZone().getID();
		return (name == null) ? "" : " " + name;
	}

}
