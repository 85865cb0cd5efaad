package io.frontdesk.mail.reading;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import biweekly.ICalendar;
import biweekly.component.ICalComponent;
import biweekly.property.DateDue;
import biweekly.property.DateEnd;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.DateStart;
import biweekly.property.DurationProperty;
import biweekly.property.ExceptionDates;
import biweekly.property.ICalProperty;
import biweekly.property.RecurrenceDates;
import biweekly.property.RecurrenceId;
import biweekly.property.RecurrenceRule;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import org.jspecify.annotations.Nullable;

/** When an event is, as its sender's clock says, with the zone of that clock. */
record CalendarTimes(ICalendar calendar, ICalComponent entry) {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

	private static final int MAX_DATES = 20;

	@Nullable
	String start() {
		return shown(this.entry.getProperty(DateStart.class));
	}

	@Nullable
	String due() {
		return shown(this.entry.getProperty(DateDue.class));
	}

	/** The one of an event that recurs which is meant. */
	@Nullable
	String which() {
		return shown(this.entry.getProperty(RecurrenceId.class));
	}

	/** Of a whole day the last one, where RFC 5545 §3.6.1 names the day after it; null if it is that of the start. */
	@Nullable
	String end() {
		DateOrDateTimeProperty start = this.entry.getProperty(DateStart.class);
		DateOrDateTimeProperty named = this.entry.getProperty(DateEnd.class);
		var end = isMissing(named) ? start : named;
		if (isMissing(end)) {
			return null;
		}
		var until = local(end.getValue());
		var duration = this.entry.getProperty(DurationProperty.class);
		if (end == start && duration != null && duration.getValue() != null) {
			until = until.plus(Duration.ofMillis(duration.getValue().toMillis()));
		}
		if (!end.getValue().hasTime() && !isMissing(start)) {
			until = until.minusDays(1);
			return until.isAfter(local(start.getValue())) ? shown(until, end.getValue(), end) : null;
		}
		return (end == start && until.equals(local(start.getValue()))) ? null : shown(until, end.getValue(), end);
	}

	@Nullable
	String recurrence() {
		var rule = this.entry.getProperty(RecurrenceRule.class);
		return (rule == null || rule.getValue() == null) ? null : CalendarRule.words(rule.getValue());
	}

	@Nullable
	String also() {
		return listed(this.entry.getProperties(RecurrenceDates.class).stream()
				.flatMap(dates -> dates.getDates().stream().map(date -> shown(date, dates))));
	}

	@Nullable
	String except() {
		return listed(this.entry.getProperties(ExceptionDates.class).stream()
				.flatMap(dates -> dates.getValues().stream().map(date -> shown(date, dates))));
	}

	private static @Nullable String listed(Stream<@Nullable String> dates) {
		List<String> some = dates.filter(Objects::nonNull).map(Objects::requireNonNull).limit(MAX_DATES + 1L).toList();
		return some.isEmpty()
				? null
				: some.stream().limit(MAX_DATES).collect(Collectors.joining(", "))
						+ ((some.size() > MAX_DATES) ? " and more" : "");
	}

	private static boolean isMissing(@Nullable DateOrDateTimeProperty time) {
		return time == null || isMissing(time.getValue());
	}

	private static boolean isMissing(@Nullable ICalDate date) {
		return date == null || date.getRawComponents() == null;
	}

	private static LocalDateTime local(ICalDate date) {
		return local(date.getRawComponents());
	}

	/** There may be a 32nd day or a 25th hour. */
	static LocalDateTime local(DateTimeComponents at) {
		return LocalDate.of(at.getYear(), 1, 1).atStartOfDay().plusMonths(at.getMonth() - 1L)
				.plusDays(at.getDate() - 1L).plusHours(at.getHour()).plusMinutes(at.getMinute());
	}

	private @Nullable String shown(@Nullable DateOrDateTimeProperty time) {
		return (time == null) ? null : shown(time.getValue(), time);
	}

	private @Nullable String shown(@Nullable ICalDate date, ICalProperty property) {
		return (date == null || isMissing(date)) ? null : shown(local(date), date, property);
	}

	private String shown(LocalDateTime at, ICalDate date, ICalProperty property) {
		return date.hasTime()
				? MINUTE.format(at.truncatedTo(ChronoUnit.MINUTES)) + zone(at, date, property)
				: at.toLocalDate().toString();
	}

	private String zone(LocalDateTime at, ICalDate date, ICalProperty property) {
		if (date.getRawComponents().isUtc()) {
			return " UTC";
		}
		var known = this.calendar.getTimezoneInfo().getTimezone(property);
		var name = (known == null) ? property.getParameter("TZID") : known.getTimeZone().getID();
		return (name == null) ? "" : " " + name + CalendarZone.offset(name, at);
	}

}
