package io.frontdesk.events;

import com.fasterxml.jackson.annotation.JsonProperty;

public enum Priority {

	@JsonProperty("high")
	HIGH,

	@JsonProperty("mid")
	MID,

	@JsonProperty("low")
	LOW

}
