package io.frontdesk.org.users;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.Person;
import io.frontdesk.identity.Role;

/**
 * A login as the directory wants it.
 *
 * @param loginId Keycloak's id of it, once known
 * @param invited whether the invitation was mailed
 * @param wish which of the user's wishes this is
 */
public record WantedLogin(Person person, Role role, List<String> features, boolean enabled, @Nullable String loginId,
		boolean invited, long wish) {

	public UUID user() {
		return this.person.id();
	}

}
