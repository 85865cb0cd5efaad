package io.frontdesk.mail.intake;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a mail. */
public enum Outcome {

	/** Not read yet, or its ticket is not told of yet. */
	@JsonProperty("pending")
	PENDING,

	@JsonProperty("ticket")
	TICKET,

	@JsonProperty("follow-up")
	FOLLOW_UP,

	@JsonProperty("ignored")
	IGNORED,

	@JsonProperty("quarantined")
	QUARANTINED

}
