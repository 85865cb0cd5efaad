package io.frontdesk.events;

import com.fasterxml.jackson.annotation.JsonProperty;

public enum MessageKind {

	@JsonProperty("client")
	CLIENT,

	@JsonProperty("reply")
	REPLY,

	@JsonProperty("note")
	NOTE

}
