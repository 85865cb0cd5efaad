package io.frontdesk.local.demo;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** A ticket as if it had happened. */
record DemoTicket(String subject, String priority, String source, UUID requester, @Nullable UUID assignee,
		@Nullable UUID company, @Nullable UUID project, @Nullable UUID task, List<String> tags, List<Message> messages,
		@Nullable Instant assignedAt, @Nullable Instant closedAt, @Nullable Instant firstReplyAt,
		@Nullable UUID closedBy) {

	/** @param kind as the database writes it */
	record Message(String kind, UUID author, String body, Instant sentAt) {}

	Instant requestTime() {
		return this.messages.getFirst().sentAt();
	}

	Instant lastActivity() {
		Instant last = this.messages.getLast().sentAt();
		return (this.closedAt != null && this.closedAt.isAfter(last)) ? this.closedAt : last;
	}

	boolean isClosed() {
		return this.closedAt != null;
	}

	boolean waitsForStaff() {
		return this.messages.stream().filter(message -> !message.kind().equals("NOTE")).toList().getLast().kind()
				.equals("CLIENT");
	}

}
