package io.frontdesk.org.users;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which colours a page has. */
public enum Theme {

	@JsonProperty("system")
	SYSTEM,

	@JsonProperty("light")
	LIGHT,

	@JsonProperty("dark")
	DARK

}
