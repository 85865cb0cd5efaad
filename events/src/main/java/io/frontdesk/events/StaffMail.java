package io.frontdesk.events;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A mail that members of staff get if they want it. */
public enum StaffMail {

	/** A ticket was created that is not theirs. */
	@JsonProperty("new-ticket")
	NEW_TICKET,

	/** The client wrote in a ticket of theirs. */
	@JsonProperty("client-replied")
	CLIENT_REPLIED,

	/** Somebody else gave them a ticket. */
	@JsonProperty("assigned")
	ASSIGNED;

	/** What staff get who have said nothing. */
	public static final List<StaffMail> USUAL = List.of(CLIENT_REPLIED, ASSIGNED);

}
