package io.frontdesk.ticket.conversation;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.MailOrigin;
import io.frontdesk.events.MailReceived.StoredFile;
import io.frontdesk.events.MessageKind;
import io.frontdesk.events.Person;

/**
 * A message that reached us by mail, or raised a ticket.
 *
 * @param mail that brought it, if one did
 */
public record NewMessage(MessageKind kind, Person author, String body, List<StoredFile> attachments, Instant sentAt,
		@Nullable Mail mail) {

	@Nullable
	MailOrigin origin() {
		return (this.mail != null) ? this.mail.origin() : null;
	}

	List<String> copies() {
		return (this.mail != null) ? this.mail.copies() : List.of();
	}

	/** Who takes part from now on. */
	List<String> admitted() {
		return (this.mail != null && this.mail.admitsCopies()) ? this.mail.copies() : List.of();
	}

	boolean isVerified() {
		return this.mail == null || this.mail.origin().verified();
	}

	/**
	 * @param wholeBody all that it says, of which its author may have written a part only
	 * @param html sanitised, if it has any
	 * @param copies addresses that it went to beside ours; for a reply, where it is to go
	 * @param admitsCopies whether they take part from now on
	 * @param source key of the raw mail in the blob store
	 */
	public record Mail(MailOrigin origin, String wholeBody, @Nullable String html, List<String> copies,
			boolean admitsCopies, String source) {}

}
