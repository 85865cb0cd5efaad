package io.frontdesk.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose turn it is, by the last public message. */
public enum WaitingOn {

	@JsonProperty("staff")
	STAFF,

	@JsonProperty("client")
	CLIENT

}
