package io.frontdesk.notification.outbound.smtp;

/** A conversation with a mail server ended otherwise than with its taking a mail. */
final class SmtpException extends Exception {

	private static final long serialVersionUID = 1L;

	private final transient SmtpFailure failure;

	SmtpException(SmtpFailure failure) {
		super(failure.words(), failure.cause());
		this.failure = failure;
	}

	SmtpFailure failure() {
		return this.failure;
	}

}
