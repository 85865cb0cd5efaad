package io.frontdesk.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a mail came to its ticket. */
public enum PlacedBy {

	/** It was sent to the address that answers about the ticket go to. */
	@JsonProperty("signed-reply-address")
	SIGNED_REPLY_ADDRESS,

	/** It answers a mail of ours about the ticket. */
	@JsonProperty("signed-message-id")
	SIGNED_MESSAGE_ID,

	/** A participant answers a mail that came to the ticket. */
	@JsonProperty("stored-message-id")
	STORED_MESSAGE_ID,

	/** A participant names the ticket in the subject. */
	@JsonProperty("subject-id")
	SUBJECT_ID,

	/** A mail of a participant that came to the ticket before it answers it. */
	@JsonProperty("answered")
	ANSWERED,

	/** It names no mail that is known, and Outlook counts it to a conversation in which its author takes part. */
	@JsonProperty("thread-index")
	THREAD_INDEX,

	/** It names no ticket and opened this one. */
	@JsonProperty("new")
	NEW,

	/** It names a ticket that its sender has no part in and opened this one. */
	@JsonProperty("stranger")
	STRANGER,

	/** It names a ticket, but nothing proves that it is from whom it says, which there it would need; it opened this one. */
	@JsonProperty("unproven")
	UNPROVEN,

	/** It belongs to a ticket that was deleted and opened this one. */
	@JsonProperty("deleted-ticket")
	DELETED_TICKET

}
