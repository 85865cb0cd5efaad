package io.frontdesk.notification.outbound;

import java.util.Locale;

public enum Kind {

	CREATED, STATUS_CHANGED, REPLY;

	/** As templates and events name it. */
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The value of Auto-Submitted, RFC 3834 §5: "no" for what a person wrote. */
	String autoSubmitted() {
		return switch (this) {
			case CREATED -> "auto-replied";
			case STATUS_CHANGED -> "auto-generated";
			case REPLY -> "no";
		};
	}

}
