package io.frontdesk.mail.reading;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import biweekly.util.ByDay;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import org.jspecify.annotations.Nullable;

/** How often an event is, in words. */
final class CalendarRule {

	private static final String UNKNOWN = "by a rule that Frontdesk doesn't know";

	private CalendarRule() {}

	static String words(Recurrence rule) {
		if (rule.getFrequency() == null) {
			return UNKNOWN;
		}
		var until = rule.getUntil();
		return often(rule) + months(rule) + days(rule)
				+ ((rule.getCount() == null) ? "" : ", %,d times".formatted(rule.getCount()))
				+ ((until == null) ? "" : ", until " + CalendarTimes.local(until.getRawComponents()).toLocalDate());
	}

	private static String often(Recurrence rule) {
		var unit = unit(rule.getFrequency());
		var interval = rule.getInterval();
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

	private static String months(Recurrence rule) {
		return listed(" in ", rule.getByMonth()
				.stream()
				.map(month -> (month >= 1 && month <= 12)
						? Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH)
						: "month " + month));
	}

	private static String days(Recurrence rule) {
		if (Stream.<List<?>>of(rule.getBySetPos(), rule.getByYearDay(), rule.getByWeekNo(), rule.getByHour(),
				rule.getByMinute(), rule.getBySecond()).anyMatch(by -> !by.isEmpty())) {
			return ", when exactly is in the attached file";
		}
		return listed(" on ", rule.getByDay().stream().map(CalendarRule::day))
				+ listed(" on day ", rule.getByMonthDay().stream()
						.map(day -> (day > 0) ? day.toString() : "%d from the end".formatted(-(long) day)));
	}

	private static String day(ByDay by) {
		var name = by.getDay().name();
		return which(by.getNum()) + name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
	}

	private static String which(@Nullable Integer number) {
		if (number == null || number == 0) {
			return "";
		}
		return switch (number) {
			case 1 -> "the first ";
			case 2 -> "the second ";
			case 3 -> "the third ";
			case 4 -> "the fourth ";
			case 5 -> "the fifth ";
			case -1 -> "the last ";
			default -> (number > 0) ? "%d. ".formatted(number) : "%d. last ".formatted(-(long) number);
		};
	}

	private static String listed(String before, Stream<String> words) {
		var all = words.distinct().collect(Collectors.joining(", "));
		return all.isEmpty() ? "" : before + all;
	}

}
