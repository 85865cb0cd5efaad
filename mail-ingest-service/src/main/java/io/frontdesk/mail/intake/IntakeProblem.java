package io.frontdesk.mail.intake;

import org.springframework.http.HttpStatus;

import io.frontdesk.http.problem.Problem;

/** The problems that callers of the ledger can meet. */
enum IntakeProblem implements Problem {

	MAIL_NOT_FOUND(HttpStatus.NOT_FOUND, "The ledger has no mail with this id."),

	SOURCE_LOST(HttpStatus.NOT_FOUND, "The ledger has this mail, but the blob store has lost its content."),

	BAD_TIME(HttpStatus.BAD_REQUEST, "A time is a day such as 2026-11-01 or a moment such as 2026-11-01T09:30:00Z."),

	MAIL_NOT_QUARANTINED(HttpStatus.CONFLICT,
			"Only a quarantined mail can be sent through again or released, and one of somebody deactivated can be released; this one is neither, or no longer."),

	MAIL_TAKEN_BEFORE(HttpStatus.CONFLICT,
			"The same mail, by Message-ID and content, came another time and was sent on then."),

	MAIL_STILL_REFUSED(HttpStatus.UNPROCESSABLE_CONTENT,
			"It can be read, and still not be sent on, for a reason that is in the mail."),

	SENDER_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT,
			"The mail names no sender whom one could answer. Say in \"from\" whose ticket it is to be.");

	private final HttpStatus status;

	private final String detail;

	IntakeProblem(HttpStatus status, String detail) {
		this.status = status;
		this.detail = detail;
	}

	@Override
	public HttpStatus status() {
		return this.status;
	}

	@Override
	public String detail() {
		return this.detail;
	}

}
