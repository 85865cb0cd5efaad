package io.frontdesk.notification.outbound;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

public enum DeliveryState {

	/** A reply that can still be taken back. ticket-service holds it, so no delivery is ever in this state. */
	HELD,

	PENDING, SENT, FAILED, SUPPRESSED;

	@JsonValue
	public String key() {
		return name().toLowerCase(Locale.ROOT);
	}

}
