package io.frontdesk.ticket.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What somebody is writing about a ticket and has not sent.
 *
 * @param files the attachments that are still to be had
 * @param version that no other draft has or had
 */
public record Draft(Content content, List<Message.Attachment> files, long version, Instant savedAt) {

	/**
	 * @param html the body as its author's editor formatted it, which is sanitised when it is sent; null if it is not
	 * @param to whom its author was shown as the recipient
	 * @param attachments ids of uploads of its author
	 * @param seenThrough the last public message that its author has seen
	 * @param idempotencyKey that it will be sent with
	 */
	public record Content(String body, @Nullable String html, @Nullable String to, List<String> cc,
			List<UUID> attachments,
			@Nullable UUID seenThrough, String idempotencyKey) {}

}
