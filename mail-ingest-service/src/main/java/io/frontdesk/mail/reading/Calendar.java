package io.frontdesk.mail.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.regex.Pattern;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.scribe.component.RawComponentScribe;
import biweekly.io.text.ICalReader;
import biweekly.property.Organizer;
import biweekly.property.TextProperty;
import org.jspecify.annotations.Nullable;

/** An invitation as its reader needs it, RFC 5545: what, when, where, by whom. */
final class Calendar {

	private static final String UNREADABLE = "[The mail's calendar is broken; the attached file has what was sent.]";

	/** In characters; what comes after them is not read. */
	private static final int MAX_READ = 1_000_000;

	/** What Biweekly may do with a character; it can't count. */
	private static final int STEPS_A_CHARACTER = 20;

	private static final Pattern BEGIN = Pattern.compile("BEGIN:VCALENDAR", Pattern.CASE_INSENSITIVE);

	private final VEvent event;

	private final StringBuilder text = new StringBuilder();

	private Calendar(VEvent event) {
		this.event = event;
	}

	static String readable(String ics) {
		var read = (ics.length() <= MAX_READ) ? ics : ics.substring(0, MAX_READ);
		Work.spend((long) STEPS_A_CHARACTER * read.length());
		try {
			return readable(parsed(read));
		} catch (RuntimeException ex) {
			// a number that is too long for Biweekly, for one
			return UNREADABLE;
		}
	}

	private static String readable(@Nullable ICalendar calendar) {
		if (calendar == null || calendar.getEvents().isEmpty()) {
			return "";
		}
		var lines = new Calendar(calendar.getEvents().getFirst()).lines(calendar);
		return lines.isEmpty() ? "" : "[Calendar: %s]".formatted(method(calendar)) + lines;
	}

	private static String method(ICalendar calendar) {
		var method = calendar.getMethod();
		return (method == null || method.getValue() == null || method.getValue().isBlank())
				? "event"
				: method.getValue().strip().toLowerCase(Locale.ROOT);
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

	private String lines(ICalendar calendar) {
		var times = new CalendarTimes(calendar, this.event);
		add("\nWhat: ", value("SUMMARY", this.event.getSummary()));
		add("\nFrom: ", value("DTSTART", times.start()));
		add("\nUntil: ", value("DTEND", times.end()));
		add("\nRepeats: ", value("RRULE", times.recurrence()));
		add("\nWhere: ", value("LOCATION", this.event.getLocation()));
		add("\nOrganised by: ", value("ORGANIZER", organizer(this.event.getOrganizer())));
		add("\nStatus: ", value("STATUS", this.event.getStatus()));
		add("\n\n", value("DESCRIPTION", this.event.getDescription()));
		return this.text.toString();
	}

	private void add(String label, String value) {
		if (!value.isBlank()) {
			this.text.append(label).append(value);
		}
	}

	private String value(String name, @Nullable TextProperty property) {
		return value(name, (property == null) ? null : property.getValue());
	}

	/** As it stands there if Biweekly doesn't understand it. */
	private String value(String name, @Nullable String understood) {
		if (understood != null) {
			return understood.strip();
		}
		var raw = this.event.getExperimentalProperty(name);
		return (raw == null || raw.getValue() == null) ? "" : raw.getValue().strip();
	}

	private static @Nullable String organizer(@Nullable Organizer organizer) {
		if (organizer == null) {
			return null;
		}
		return (organizer.getEmail() != null)
				? organizer.getEmail()
				: (organizer.getUri() != null) ? organizer.getUri() : organizer.getCommonName();
	}

}
