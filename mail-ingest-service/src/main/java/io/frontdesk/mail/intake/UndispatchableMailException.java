package io.frontdesk.mail.intake;

import java.util.UUID;

import org.springframework.dao.DataAccessException;

/** A mail could not be told of. */
class UndispatchableMailException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final UUID mail;

	private final String reason;

	private final boolean passing;

	/** @param passing whether the next try need not fail, too */
	UndispatchableMailException(UUID mail, RuntimeException cause, boolean passing) {
		super(cause);
		this.mail = mail;
		this.passing = passing;
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

	boolean isPassing() {
		return this.passing;
	}

	String reason() {
		return this.reason;
	}

}
