package io.frontdesk.mail.intake;

import java.util.UUID;

import org.springframework.dao.DataAccessException;

/** A mail was read, and could not be sent on for a reason that is in the mail. */
class UndispatchableMailException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final UUID mail;

	private final String reason;

	UndispatchableMailException(UUID mail, RuntimeException cause) {
		super(cause);
		this.mail = mail;
		this.reason = words(cause);
	}

	private static String words(RuntimeException cause) {
		var why = (cause instanceof DataAccessException)
				? "the ledger's database refuses something that it says"
				: "it meets an error in mail-ingest-service, which its log has";
		return "It can be read, but not be told of: %s. Release it: it becomes a ticket that has the mail attached as it came"
				.formatted(why);
	}

	UUID mail() {
		return this.mail;
	}

	String reason() {
		return this.reason;
	}

}
