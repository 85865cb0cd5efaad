package io.frontdesk.ticket.live;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something that changed.
 *
 * @param ticketId null if it concerns everything
 * @param publicVersion the one that clients know
 * @param requesterId the client who may hear of it beside staff; null for none
 */
record LiveEvent(long id, String type, @Nullable Long ticketId, @Nullable Long version, @Nullable Long publicVersion,
		@Nullable UUID messageId, @Nullable UUID requesterId) {

	static final String RESYNC = "resync";

	boolean concernsAll() {
		return this.ticketId == null;
	}

	/** Server-sent, WHATWG HTML §9.2. */
	String frame(boolean forClients) {
		var version = forClients ? this.publicVersion : this.version;
		var data = new StringBuilder("{\"type\":\"").append(this.type).append('"');
		if (this.ticketId != null) {
			data.append(",\"ticketId\":").append(this.ticketId);
		}
		if (version != null) {
			data.append(",\"version\":").append(version);
		}
		if (this.messageId != null) {
			data.append(",\"messageId\":\"").append(this.messageId).append('"');
		}
		return "id:%d\nevent:%s\ndata:%s}\n\n".formatted(this.id, this.type, data);
	}

}
