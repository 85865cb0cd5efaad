package io.frontdesk.ticket.people;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.Person;

/** Some people, as they are known now. */
public final class KnownPeople {

	private final Map<UUID, Known> people;

	KnownPeople(List<Known> people) {
		this.people = people.stream().collect(Collectors.toMap(known -> known.person().id(), Function.identity()));
	}

	/** @throws NoSuchElementException if nobody has this id */
	public Person get(UUID id) {
		return known(id).person();
	}

	/** @throws NoSuchElementException if nobody has this id */
	public @Nullable UUID companyOf(UUID id) {
		return known(id).company();
	}

	private Known known(UUID id) {
		var known = this.people.get(id);
		if (known == null) {
			throw new NoSuchElementException("Nobody has the id " + id);
		}
		return known;
	}

	record Known(Person person, @Nullable UUID company) {}

}
