package io.frontdesk.mail.reading;

import java.util.stream.Collectors;

import biweekly.ICalendar;
import biweekly.component.ICalComponent;
import biweekly.parameter.ParticipationStatus;
import biweekly.property.Attendee;
import biweekly.property.Comment;
import biweekly.property.Description;
import biweekly.property.Location;
import biweekly.property.Organizer;
import biweekly.property.Status;
import biweekly.property.Summary;
import biweekly.property.TextProperty;
import org.jspecify.annotations.Nullable;

/** An event or a task of a calendar: what, when, where, by whom. */
final class CalendarEntry {

	private static final int MAX_ANSWERS = 20;

	private final ICalComponent entry;

	private final StringBuilder text = new StringBuilder();

	private CalendarEntry(ICalComponent entry) {
		this.entry = entry;
	}

	/** Each line begins with its end. */
	static String of(ICalComponent component, ICalendar calendar, String method) {
		var entry = new CalendarEntry(component);
		entry.write(new CalendarTimes(calendar, component), method);
		return entry.text.toString();
	}

	private void write(CalendarTimes times, String method) {
		add("\nWhat: ", value("SUMMARY", Summary.class));
		add("\nFrom: ", value("DTSTART", times.start()));
		add("\nUntil: ", value("DTEND", times.end()));
		add("\nDue: ", value("DUE", times.due()));
		add("\nWhich of them: ", value("RECURRENCE-ID", times.which()));
		add("\nRepeats: ", value("RRULE", times.recurrence()));
		add("\nAlso: ", value("RDATE", times.also()));
		add("\nExcept: ", value("EXDATE", times.except()));
		add("\nWhere: ", value("LOCATION", Location.class));
		add("\nOrganised by: ", value("ORGANIZER", organizer(this.entry.getProperty(Organizer.class))));
		add("\nStatus: ", value("STATUS", Status.class));
		if (method.equals("REPLY") || method.equals("COUNTER")) {
			add("\nAnswer: ", answers());
			add("\nComment: ", value("COMMENT", Comment.class));
		}
		add("\n\n", value("DESCRIPTION", Description.class));
	}

	private void add(String label, String value) {
		if (!value.isBlank()) {
			this.text.append(label).append(value);
		}
	}

	private String value(String name, Class<? extends TextProperty> type) {
		var property = this.entry.getProperty(type);
		return value(name, (property == null) ? null : property.getValue());
	}

	/** As it stands there if Biweekly doesn't understand it. */
	private String value(String name, @Nullable String understood) {
		if (understood != null) {
			return understood.strip();
		}
		var raw = this.entry.getExperimentalProperty(name);
		return (raw == null || raw.getValue() == null) ? "" : raw.getValue().strip();
	}

	private static @Nullable String organizer(@Nullable Organizer organizer) {
		return (organizer == null)
				? null
				: person(organizer.getEmail(), organizer.getUri(), organizer.getCommonName());
	}

	private String answers() {
		return this.entry.getProperties(Attendee.class)
				.stream()
				.filter(attendee -> attendee.getParticipationStatus() != null)
				.limit(MAX_ANSWERS)
				.map(attendee -> "%s %s".formatted(
						person(attendee.getEmail(), attendee.getUri(), attendee.getCommonName()),
						words(attendee.getParticipationStatus())))
				.collect(Collectors.joining(", "));
	}

	private static @Nullable String person(@Nullable String email, @Nullable String uri, @Nullable String name) {
		return (email != null) ? email : (uri != null) ? uri : name;
	}

	private static String words(ParticipationStatus status) {
		return switch (status.getValue()) {
			case "ACCEPTED" -> "accepts";
			case "DECLINED" -> "declines";
			case "TENTATIVE" -> "accepts perhaps";
			case "DELEGATED" -> "sends somebody else";
			case "COMPLETED" -> "has done it";
			case "NEEDS-ACTION" -> "has not decided";
			default -> status.getValue();
		};
	}

}
