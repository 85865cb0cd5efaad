package io.frontdesk.ticket.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of a ticket that is to be closed with a reply. */
public enum Closing {

	/** It is closed once the reply leaves. */
	@JsonProperty("closes")
	CLOSES,

	/** A person wrote while the reply was held: nobody closes over words that they have not read. */
	@JsonProperty("kept-open")
	KEPT_OPEN

}
