package io.frontdesk.org.users;

import java.util.UUID;

/** Waits in the outbox until Keycloak has the user's login as the directory wants it at that moment. */
public record AccountWanted(UUID userId) {

	/** Apart from the user's events, which must not wait for Keycloak. */
	String key() {
		return "account:" + this.userId;
	}

}
