package io.frontdesk.events;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** @param firstName may be empty, as may be the last name: a mail need not tell them */
public record Person(UUID id, String email, String firstName, String lastName) {

	/** The person behind an address nobody has given another id: every service computes the same one. */
	public static UUID idOf(String email) {
		return UUID.nameUUIDFromBytes(email.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
	}

	/** Splits a display name at its last space: "Dora de Vries" is Dora de, Vries. */
	public static Person of(String email, String displayName) {
		var address = email.strip().toLowerCase(Locale.ROOT);
		var name = displayName.strip();
		var space = name.lastIndexOf(' ');
		var first = (space < 0) ? name : name.substring(0, space).strip();
		var last = (space < 0) ? "" : name.substring(space + 1);
		return new Person(idOf(address), address, first, last);
	}

}
