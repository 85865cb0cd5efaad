package io.frontdesk.mail.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;

/** Where a page of the ledger ended. Opaque to callers, and the same whatever narrows the list. */
record IntakePlace(Instant receivedAt, UUID id) {

	private static final Pattern FORMAT = Pattern
			.compile("(-?\\d{1,17}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

	static IntakePlace of(LedgerRow row) {
		return new IntakePlace(row.receivedAt(), row.id());
	}

	static IntakePlace parse(String cursor) {
		var matcher = FORMAT.matcher(plain(cursor));
		if (!matcher.matches()) {
			throw IntakeProblem.BAD_CURSOR.exception();
		}
		return new IntakePlace(Instant.EPOCH.plus(Long.parseLong(matcher.group(1)), ChronoUnit.MICROS),
				UUID.fromString(matcher.group(2)));
	}

	private static String plain(String cursor) {
		try {
			return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
		} catch (IllegalArgumentException ex) {
			throw IntakeProblem.BAD_CURSOR.exception();
		}
	}

	@Override
	public String toString() {
		var plain = ChronoUnit.MICROS.between(Instant.EPOCH, this.receivedAt) + " " + this.id;
		return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
	}

}
