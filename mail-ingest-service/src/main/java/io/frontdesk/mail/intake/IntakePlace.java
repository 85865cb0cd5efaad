package io.frontdesk.mail.intake;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;

import io.frontdesk.http.listing.CursorText;

/** Where a page of the ledger ended. Opaque to callers, and the same whatever narrows the list. */
record IntakePlace(Instant receivedAt, UUID id) {

	private static final Pattern FORMAT = Pattern
			.compile("-?\\d{1,17} [0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	static IntakePlace of(LedgerRow row) {
		return new IntakePlace(row.receivedAt(), row.id());
	}

	static IntakePlace parse(String cursor) {
		return CursorText.read(cursor, FORMAT, IntakePlace::of, IntakeProblem.BAD_CURSOR);
	}

	private static IntakePlace of(String plain) {
		var parts = plain.split(" ");
		return new IntakePlace(Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS),
				UUID.fromString(parts[1]));
	}

	@Override
	public String toString() {
		return CursorText.of(ChronoUnit.MICROS.between(Instant.EPOCH, this.receivedAt) + " " + this.id);
	}

}
