package io.frontdesk.mail.intake;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Pattern;

/** Where a page of the ledger ended. */
record IntakePlace(Instant receivedAt, UUID id) {

	static final Pattern FORMAT = Pattern.compile("-?\\d{1,17} [0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	static IntakePlace of(LedgerRow row) {
		return new IntakePlace(row.receivedAt(), row.id());
	}

	static IntakePlace of(String place) {
		var parts = place.split(" ");
		return new IntakePlace(Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS),
				UUID.fromString(parts[1]));
	}

	String place() {
		return ChronoUnit.MICROS.between(Instant.EPOCH, this.receivedAt) + " " + this.id;
	}

}
