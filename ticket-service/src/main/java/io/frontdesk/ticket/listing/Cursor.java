package io.frontdesk.ticket.listing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.regex.Pattern;

/** Where a page ended. Opaque to callers. */
public record Cursor(TicketSort sort, Instant time, long id) {

	private static final Pattern FORMAT = Pattern.compile("(-?requestTime) (-?\\d{1,18}) (\\d{1,18})");

	static Cursor after(TicketSort sort, TicketList.Row row) {
		return new Cursor(sort, row.requestTime(), row.id());
	}

	public static Cursor parse(String text) {
		try {
			var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
			var matcher = FORMAT.matcher(plain);
			if (matcher.matches()) {
				return new Cursor(TicketSort.of(matcher.group(1)),
						Instant.EPOCH.plus(Long.parseLong(matcher.group(2)), ChronoUnit.MICROS),
						Long.parseLong(matcher.group(3)));
			}
		} catch (IllegalArgumentException ex) {
			// no Base64: the same problem
		}
		throw ListProblem.BAD_CURSOR.exception();
	}

	@Override
	public String toString() {
		var plain = "%s %d %d".formatted(this.sort.parameter(), ChronoUnit.MICROS.between(Instant.EPOCH, this.time),
				this.id);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
	}

}
