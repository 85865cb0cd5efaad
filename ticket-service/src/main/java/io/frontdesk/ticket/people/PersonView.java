package io.frontdesk.ticket.people;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.NamedId;
import io.frontdesk.events.Person;

/** A person as every answer shows one. */
public record PersonView(UUID id, String email, String firstName, String lastName, @Nullable NamedId company) {

	public static PersonView of(Person person) {
		return of(person, null);
	}

	public static PersonView of(Person person, @Nullable NamedId company) {
		return new PersonView(person.id(), person.email(), person.firstName(), person.lastName(), company);
	}

}
