package io.frontdesk.ticket.trail;

import com.fasterxml.jackson.annotation.JsonProperty;

public enum DeliveryState {

	/** A reply that can still be taken back. */
	@JsonProperty("held")
	HELD,

	@JsonProperty("pending")
	PENDING,

	@JsonProperty("sent")
	SENT,

	@JsonProperty("failed")
	FAILED,

	@JsonProperty("suppressed")
	SUPPRESSED

}
