package io.frontdesk.ticket.presence;

import com.fasterxml.jackson.annotation.JsonProperty;

public enum PresenceState {

	/** Has the ticket open. */
	@JsonProperty("viewing")
	VIEWING,

	/** Writes a reply. */
	@JsonProperty("replying")
	REPLYING,

	/** Has closed it. */
	@JsonProperty("away")
	AWAY

}
