package io.frontdesk.events;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A user as the directory has it now.
 *
 * @param formerAddresses that lead to this user still, and to nobody else
 * @param language that they chose to be written to in, as BCP 47 names it; null if they chose none
 * @param signature below their replies, with line ends of one character; null for none
 * @param mails that they want and may have, as staff
 */
public record UserChanged(UUID id, String email, String firstName, String lastName, @Nullable UUID companyId,
		boolean staff, boolean active, long version, List<String> formerAddresses, @Nullable String language,
		@Nullable String signature, List<StaffMail> mails) implements DomainEvent {

	/** Events that were written before a field existed are still read. */
	@SuppressWarnings("NullAway")
	public UserChanged {
		formerAddresses = List.copyOf(Objects.requireNonNullElse(formerAddresses, List.of()));
		mails = List.copyOf(Objects.requireNonNullElse(mails, staff ? StaffMail.USUAL : List.of()));
	}

	/** A user who has chosen nothing. */
	public UserChanged(UUID id, String email, String firstName, String lastName, @Nullable UUID companyId,
			boolean staff, boolean active, long version, List<String> formerAddresses) {
		this(id, email, firstName, lastName, companyId, staff, active, version, formerAddresses, null, null,
				staff ? StaffMail.USUAL : List.of());
	}

	/** A user who has had one address only, and has chosen nothing. */
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
