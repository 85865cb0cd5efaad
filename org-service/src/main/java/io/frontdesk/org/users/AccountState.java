package io.frontdesk.org.users;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a user's login in Keycloak is. */
public enum AccountState {

	@JsonProperty("none")
	NONE,

	@JsonProperty("pending")
	PENDING,

	@JsonProperty("active")
	ACTIVE,

	@JsonProperty("disabled")
	DISABLED,

	@JsonProperty("failed")
	FAILED

}
