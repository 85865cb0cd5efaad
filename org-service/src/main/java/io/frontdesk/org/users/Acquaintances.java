package io.frontdesk.org.users;

import java.util.List;
import java.util.Optional;

import io.frontdesk.events.Person;

/** Users, as those who wrote or logged in are looked for among them. */
record Acquaintances(List<User> users) {

	/**
	 * An id that was given says who it is. Without, the address does: of whoever has it, or had it. The id that follows from
	 * an address does not, since the address may have been freed.
	 */
	Optional<User> find(Person person) {
		return this.users.stream()
				.filter(user -> user.id().equals(person.id()) && isGiven(person))
				.findFirst()
				.or(() -> this.users.stream().filter(user -> user.has(person.email())).findFirst());
	}

	private static boolean isGiven(Person person) {
		return !person.id().equals(Person.idOf(person.email()));
	}

}
