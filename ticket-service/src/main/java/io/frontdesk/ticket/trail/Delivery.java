package io.frontdesk.ticket.trail;

import org.jspecify.annotations.Nullable;

/**
 * What became of a reply. It may be several mails, to the requester and the copies: one that failed is the news.
 *
 * @param reason to whom it was not sent and why
 */
public record Delivery(DeliveryState state, @Nullable String reason) {

	public static final Delivery HELD = new Delivery(DeliveryState.HELD, null);

	static final Delivery PENDING = new Delivery(DeliveryState.PENDING, null);

	static Delivery of(int mails, int sent, @Nullable String failed, @Nullable String suppressed) {
		if (failed != null) {
			return new Delivery(DeliveryState.FAILED, failed);
		}
		if (suppressed != null) {
			return new Delivery(DeliveryState.SUPPRESSED, suppressed);
		}
		return (sent < mails) ? PENDING : new Delivery(DeliveryState.SENT, null);
	}

}
