package io.frontdesk.events.deadletters;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which way an event was going when it failed. */
public enum Direction {

	/** A listener of this service gave it up. */
	@JsonProperty("receiving")
	RECEIVING,

	/** Kafka will never take it as it is. */
	@JsonProperty("sending")
	SENDING

}
