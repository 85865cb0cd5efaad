package io.frontdesk.mail.mailboxes;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

import io.frontdesk.events.Priority;

/**
 * How a mailbox is.
 *
 * @param folder that mail arrives in
 * @param project of the tickets that its mails open
 * @param priority of the tickets that its mails open
 * @param watchedBy the instance that watches it now; null if none does
 * @param lastSuccess when all that was in it was last seen to be in the ledger
 * @param lagSeconds how long the newest mail waited on the server before it was in the ledger
 * @param error what is wrong, in words; null if nothing is
 */
public record MailboxState(String mailbox, String folder, @Nullable UUID project, @Nullable Priority priority,
		Health health, @Nullable String watchedBy, @Nullable Instant lastSuccess, @Nullable Double lagSeconds,
		@Nullable String error, @Nullable Instant errorSince) {

	public enum Health {

		@JsonProperty("healthy")
		HEALTHY,

		/** Nobody has looked into it yet. */
		@JsonProperty("unknown")
		UNKNOWN,

		/** Its mail is taken, but something should be seen to. */
		@JsonProperty("degraded")
		DEGRADED,

		/** Mail is not taken. */
		@JsonProperty("failing")
		FAILING

	}

}
