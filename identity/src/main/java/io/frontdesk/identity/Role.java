package io.frontdesk.identity;

import com.fasterxml.jackson.annotation.JsonProperty;

public enum Role {

	@JsonProperty("super-admin")
	SUPER_ADMIN("super-admin"),

	@JsonProperty("admin")
	ADMIN("admin"),

	@JsonProperty("client")
	CLIENT("client");

	private final String authority;

	Role(String authority) {
		this.authority = authority;
	}

	public String authority() {
		return this.authority;
	}

	public boolean isStaff() {
		return this != CLIENT;
	}

}
