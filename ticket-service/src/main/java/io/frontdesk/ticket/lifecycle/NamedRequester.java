package io.frontdesk.ticket.lifecycle;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import io.frontdesk.events.Person;
import io.frontdesk.http.problem.PlainLine;

/** Whose a ticket is to be, as staff name them: by the id of a known user, or by the address of anybody. */
public record NamedRequester(@Nullable UUID id,
		@Nullable @Email @Size(min = 3, max = 254) @Pattern(regexp = "[^\\p{C}\\s]*") String email,
		@Nullable @Size(max = 100) @PlainLine String firstName,
		@Nullable @Size(max = 100) @PlainLine String lastName) {

	/** Who they are by the address; empty where an id names them, or nothing does. */
	public Optional<Person> byAddress() {
		return (this.id != null || this.email == null)
				? Optional.empty()
				: Optional.of(Person.of(this.email, displayName()));
	}

	private String displayName() {
		return (Objects.requireNonNullElse(this.firstName, "") + " " + Objects.requireNonNullElse(this.lastName, ""))
				.strip();
	}

}
