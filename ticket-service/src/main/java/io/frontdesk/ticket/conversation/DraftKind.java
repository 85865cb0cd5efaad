package io.frontdesk.ticket.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a draft will be; a client has none but replies. */
public enum DraftKind {

	@JsonProperty("reply")
	REPLY,

	@JsonProperty("note")
	NOTE

}
