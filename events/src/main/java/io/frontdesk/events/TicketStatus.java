package io.frontdesk.events;

import com.fasterxml.jackson.annotation.JsonProperty;

public enum TicketStatus {

	@JsonProperty("open")
	OPEN,

	@JsonProperty("closed")
	CLOSED

}
