package io.frontdesk.mail.reading;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

import com.ibm.icu.util.TimeZone;

/** How far a zone is from UTC, so that its clock can be read elsewhere; by its name, never by rules in the mail. */
final class CalendarZone {

	private static final String WORLD = "001";

	private static final int MAX_NAME = 60;

	private CalendarZone() {}

	/** Empty if nobody but the sender knows the zone. */
	static String offset(String name, LocalDateTime at) {
		if (name.length() > MAX_NAME) {
			return "";
		}
		var windows = TimeZone.getIDForWindowsID(name, WORLD);
		try {
			var offset = ZoneId.of((windows == null) ? name : windows).getRules().getOffset(at);
			return " (UTC%s)".formatted(offset.equals(ZoneOffset.UTC) ? "+00:00" : offset);
		} catch (DateTimeException ex) {
			return "";
		}
	}

}
