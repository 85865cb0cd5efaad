package io.frontdesk.events;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A user as the directory has it now.
 *
 * @param formerAddresses that lead to this user still, and to nobody else
 */
public record UserChanged(UUID id, String email, String firstName, String lastName, @Nullable UUID companyId,
		boolean staff, boolean active, long version, List<String> formerAddresses) implements DomainEvent {

	/** Events that were written before this field existed are still read. */
	@SuppressWarnings("NullAway")
	public UserChanged {
		formerAddresses = List.copyOf(Objects.requireNonNullElse(formerAddresses, List.of()));
	}

	/** A user who has had one address only. */
	public UserChanged(UUID id, String email, String firstName, String lastName, @Nullable UUID companyId,
			boolean staff, boolean active, long version) {
		this(id, email, firstName, lastName, companyId, staff, active, version, List.of());
	}

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
