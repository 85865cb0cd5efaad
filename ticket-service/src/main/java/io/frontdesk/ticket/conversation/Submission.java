package io.frontdesk.ticket.conversation;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.MessageKind;

/**
 * What somebody wants to add to a conversation.
 *
 * @param html sanitised
 * @param attachments ids of uploads of the same person
 * @param closes whether the ticket is closed once the message is sent
 * @param seenThrough the last public message that its author has seen; null if they don't mind newer ones
 * @param hold how long a reply can be taken back before it is sent; null for what is usual here
 */
public record Submission(MessageKind kind, String body, @Nullable String html, Addressees addressees,
		List<UUID> attachments, boolean closes, @Nullable UUID seenThrough, @Nullable Duration hold) {

	Submission as(MessageKind other) {
		return new Submission(other, this.body, this.html, this.addressees, this.attachments, this.closes,
				this.seenThrough, this.hold);
	}

}
