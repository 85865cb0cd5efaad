package io.frontdesk.mail.intake;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Something that was done with a mail, and why. */
public record IntakeStep(Instant at, Kind step, String detail) {

	public enum Kind {

		/** Written into the ledger. */
		@JsonProperty("received")
		RECEIVED,

		/** Read and classified. */
		@JsonProperty("read")
		READ,

		/** Told of as mail-received. */
		@JsonProperty("sent-on")
		SENT_ON,

		/** By a later service, which could not handle it. */
		@JsonProperty("given-up")
		GIVEN_UP,

		@JsonProperty("ticket")
		TICKET,

		@JsonProperty("follow-up")
		FOLLOW_UP,

		@JsonProperty("ignored")
		IGNORED,

		@JsonProperty("quarantined")
		QUARANTINED,

		/** By somebody who had it read once more. */
		@JsonProperty("retried")
		RETRIED,

		/** By somebody who made it a ticket as it was. */
		@JsonProperty("released")
		RELEASED

	}

}
