package io.frontdesk.events;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Whoever names a person, by mail, token or form: here all names pass, and lose what can't be seen of them.
 *
 * @param firstName may be empty, as may be the last name: a mail need not tell them
 */
public record Person(UUID id, String email, String firstName, String lastName) {

	public Person {
		firstName = OneLine.of(firstName);
		lastName = OneLine.of(lastName);
	}

	/** The person behind an address nobody has given another id: every service computes the same one. */
	public static UUID idOf(String email) {
		return named(AddressForm.of(email));
	}

	/** Splits a display name at its last space: "Dora de Vries" is Dora de, Vries. */
	public static Person of(String email, String displayName) {
		var address = AddressForm.of(email);
		var name = OneLine.of(displayName);
		var space = name.lastIndexOf(' ');
		var first = (space < 0) ? name : name.substring(0, space);
		var last = (space < 0) ? "" : name.substring(space + 1);
		return new Person(idOf(address), address, first, last);
	}

	/** The one with the same address whose id is the next to ask for, where this one's belongs to somebody else. */
	public Person next() {
		return withId(named(this.id + "/" + this.email));
	}

	public Person withId(UUID other) {
		return new Person(other, this.email, this.firstName, this.lastName);
	}

	private static UUID named(String name) {
		return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
	}

}
