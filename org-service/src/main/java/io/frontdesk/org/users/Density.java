package io.frontdesk.org.users;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How much room there is between rows. */
public enum Density {

	@JsonProperty("comfortable")
	COMFORTABLE,

	@JsonProperty("compact")
	COMPACT

}
