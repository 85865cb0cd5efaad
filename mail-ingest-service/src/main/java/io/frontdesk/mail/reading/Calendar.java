package io.frontdesk.mail.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import biweekly.ICalendar;
import biweekly.component.ICalComponent;
import biweekly.io.scribe.component.RawComponentScribe;
import biweekly.io.text.ICalReader;
import biweekly.property.Method;
import org.jspecify.annotations.Nullable;

/**
 * What a calendar asks or tells, RFC 5545 and RFC 5546.
 *
 * @param text as its reader needs it; empty if there is nothing in it
 * @param isAnswer whether it tells who comes to what they were invited to (RFC 5546 §3.2.3)
 */
record Calendar(String text, boolean isAnswer) {

	private static final String UNREADABLE = "[The mail's calendar is broken; the attached file has what was sent.]";

	/** In characters; what comes after them is not read. */
	private static final int MAX_READ = 1_000_000;

	/** What Biweekly may do with a character; it can't count. */
	private static final int STEPS_A_CHARACTER = 20;

	private static final int MAX_ENTRIES = 20;

	private static final Pattern BEGIN = Pattern.compile("BEGIN:VCALENDAR", Pattern.CASE_INSENSITIVE);

	private static final Calendar NONE = new Calendar("", false);

	/** @param sentAs the method that the mail names, which the calendar need not repeat */
	static Calendar of(String ics, @Nullable String sentAs) {
		var read = (ics.length() <= MAX_READ) ? ics : ics.substring(0, MAX_READ);
		Work.spend((long) STEPS_A_CHARACTER * read.length());
		try {
			var calendar = parsed(read);
			return (calendar == null) ? NONE : of(calendar, Objects.requireNonNullElse(sentAs, ""));
		} catch (RuntimeException ex) {
			// a number that is too long for Biweekly, for one
			return new Calendar(UNREADABLE, false);
		}
	}

	private static Calendar of(ICalendar calendar, String sentAs) {
		var method = method(calendar.getMethod(), sentAs);
		return new Calendar(readable(calendar, method), method.equals("REPLY"));
	}

	private static String readable(ICalendar calendar, String method) {
		var all = Stream.<ICalComponent>concat(calendar.getEvents().stream(), calendar.getTodos().stream()).toList();
		var entries = new ArrayList<String>();
		for (var entry : all.subList(0, Math.min(all.size(), MAX_ENTRIES))) {
			var lines = CalendarEntry.of(entry, calendar, method);
			if (!lines.isEmpty()) {
				entries.add(lines);
			}
		}
		if (entries.isEmpty()) {
			return "";
		}
		if (all.size() > MAX_ENTRIES) {
			entries.add("\n[The attached file has %,d more.]".formatted(all.size() - MAX_ENTRIES));
		}
		return "[Calendar: %s]".formatted(words(method, calendar.getEvents().isEmpty()))
				+ entries.stream().collect(Collectors.joining("\n"));
	}

	private static String method(@Nullable Method method, String sentAs) {
		var named = (method == null) ? null : method.getValue();
		return ((named == null || named.isBlank()) ? sentAs : named).strip().toUpperCase(Locale.ROOT);
	}

	private static String words(String method, boolean isTask) {
		return switch (method) {
			case "REQUEST" -> isTask ? "task" : "invitation";
			case "CANCEL" -> "cancelled";
			case "REPLY" -> "answer";
			case "COUNTER" -> "another time is proposed";
			case "DECLINECOUNTER" -> "the proposed time is declined";
			case "", "PUBLISH", "ADD" -> isTask ? "task" : "event";
			default -> method.toLowerCase(Locale.ROOT);
		};
	}

	private static @Nullable ICalendar parsed(String ics) {
		try (var in = new ICalReader(BEGIN.matcher(ics).find() ? ics : "BEGIN:VCALENDAR\n" + ics)) {
			// a zone is only named here, never reckoned with: its rules may ask for millions of changes
			in.registerScribe(new RawComponentScribe("VTIMEZONE"));
			return in.readNext();
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
