package io.frontdesk.mail.reading;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** An invitation as its reader needs it, RFC 5545: what, when, where, by whom. */
final class Calendar {

	private static final Map<String, String> SHOWN = new LinkedHashMap<>();

	static {
		SHOWN.put("SUMMARY", "What");
		SHOWN.put("DTSTART", "From");
		SHOWN.put("DTEND", "Until");
		SHOWN.put("LOCATION", "Where");
		SHOWN.put("ORGANIZER", "Organised by");
		SHOWN.put("STATUS", "Status");
		SHOWN.put("DESCRIPTION", "");
	}

	private Calendar() {}

	static String readable(String ics) {
		var event = new LinkedHashMap<String, String>();
		var method = "";
		var within = false;
		for (var line : ics.replace("\r\n", "\n").replaceAll("\n[ \t]", "").split("\n")) {
			Work.spend(line.length());
			var colon = line.indexOf(':');
			if (colon < 0) {
				continue;
			}
			var name = line.substring(0, colon).replaceFirst(";.*$", "").strip().toUpperCase(Locale.ROOT);
			var value = line.substring(colon + 1).strip();
			within |= name.equals("BEGIN") && value.equalsIgnoreCase("VEVENT");
			method = name.equals("METHOD") ? value : method;
			if (within && SHOWN.containsKey(name)) {
				event.putIfAbsent(name, value);
			}
		}
		if (event.isEmpty()) {
			return "";
		}
		var text = new StringBuilder(
				"[Calendar: %s]".formatted(method.isEmpty() ? "event" : method.toLowerCase(Locale.ROOT)));
		SHOWN.forEach((name, label) -> {
			var value = event.get(name);
			if (value != null && !value.isEmpty()) {
				text.append('\n').append(label.isEmpty() ? "\n" : label + ": ").append(readable(name, value));
			}
		});
		return text.toString();
	}

	private static String readable(String name, String value) {
		if (name.startsWith("DT")) {
			return value.replaceFirst("^(\\d{4})(\\d\\d)(\\d\\d)(?:T(\\d\\d)(\\d\\d)\\d\\d(Z?))?$", "$1-$2-$3 $4:$5 $6")
					.replaceFirst(" :\\s*$", "").replace(" Z", " UTC").strip();
		}
		return value.replaceFirst("(?i)^mailto:", "").replace("\\n", "\n").replace("\\N", "\n")
				.replaceAll("\\\\([,;\\\\])", "$1");
	}

}
