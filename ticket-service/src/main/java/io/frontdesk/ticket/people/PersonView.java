package io.frontdesk.ticket.people;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.Person;

/** A person as every answer shows one. */
public record PersonView(UUID id, String email, String firstName, String lastName, @Nullable CompanyView company) {

	public static PersonView of(Person person) {
		return new PersonView(person.id(), person.email(), person.firstName(), person.lastName(), null);
	}

	public record CompanyView(UUID id, String name) {}

}
