package io.frontdesk.org.users;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be different; null leaves a field alone.
 *
 * @param company empty for none: unlike the other fields, a user may be without
 * @param login true to give the user one
 */
public record UserChange(@Nullable String email, @Nullable String firstName, @Nullable String lastName,
		@Nullable Boolean staff, @Nullable Boolean active, @Nullable Optional<UUID> company, boolean login) {

	public static UserChange active(boolean active) {
		return new UserChange(null, null, null, null, active, null, false);
	}

	boolean mayLockOut() {
		return Boolean.FALSE.equals(this.active) || Boolean.FALSE.equals(this.staff);
	}

	boolean deactivates(User user) {
		return user.isActive() && Boolean.FALSE.equals(this.active);
	}

	boolean demotes(User user) {
		return user.isStaff() && Boolean.FALSE.equals(this.staff);
	}

	boolean restores(User user) {
		return !user.isActive() && Boolean.TRUE.equals(this.active);
	}

}
