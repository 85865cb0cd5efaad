package io.frontdesk.events;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A user as the directory has it now. */
public record UserChanged(UUID id, String email, String firstName, String lastName, @Nullable UUID companyId,
		boolean staff, boolean active, long version) implements DomainEvent {

	@Override
	public String topic() {
		return Topics.USER_CHANGED;
	}

	@Override
	public String key() {
		return this.id.toString();
	}

	public Person person() {
		return new Person(this.id, this.email, this.firstName, this.lastName);
	}

}
