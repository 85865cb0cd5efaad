package io.frontdesk.mail.reading;

/** Nothing a person could read can be made of a mail. */
public class UnreadableMailException extends Exception {

	private static final long serialVersionUID = 1L;

	private final String reason;

	public UnreadableMailException(String reason, Throwable cause) {
		super(reason, cause);
		this.reason = Limits.line(reason);
	}

	UnreadableMailException(String reason) {
		super(reason);
		this.reason = Limits.line(reason);
	}

	public String reason() {
		return this.reason;
	}

}
