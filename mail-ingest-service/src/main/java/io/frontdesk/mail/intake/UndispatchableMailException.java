package io.frontdesk.mail.intake;

import java.util.UUID;

import org.springframework.core.NestedExceptionUtils;

/** A mail was read, and could not be sent on for a reason that is in the mail. */
class UndispatchableMailException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final UUID mail;

	private final String reason;

	UndispatchableMailException(UUID mail, RuntimeException cause) {
		super(cause);
		this.mail = mail;
		this.reason = "It can't be sent on: " + NestedExceptionUtils.getMostSpecificCause(cause).getMessage();
	}

	UUID mail() {
		return this.mail;
	}

	String reason() {
		return this.reason;
	}

}
