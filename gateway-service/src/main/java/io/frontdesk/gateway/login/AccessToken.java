package io.frontdesk.gateway.login;

/** What a session has to show to a service. */
public sealed interface AccessToken {

	record Usable(String value) implements AccessToken {}

	/** Keycloak no longer knows the session, or ours is gone. */
	record SessionEnded() implements AccessToken {}

	record KeycloakAway() implements AccessToken {}

}
