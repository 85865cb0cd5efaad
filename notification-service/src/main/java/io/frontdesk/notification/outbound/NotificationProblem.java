package io.frontdesk.notification.outbound;

import org.springframework.http.HttpStatus;

import io.frontdesk.http.problem.Problem;

/** The problems that callers can meet. */
enum NotificationProblem implements Problem {

	NOTIFICATION_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no notification with this id."),

	NOT_TO_BE_RETRIED(HttpStatus.CONFLICT,
			"Only what failed or was suppressed can be sent again; what is pending is tried again by itself."),

	NOT_TO_BE_READDRESSED(HttpStatus.CONFLICT,
			"Only a mail to a client can go to another address; this one is for staff, or about somebody's account."),

	RECIPIENT_BARRED(HttpStatus.UNPROCESSABLE_CONTENT,
			"No mail may go to this address: it is one of ours, or of somebody deactivated."),

	BAD_TIME(HttpStatus.BAD_REQUEST, "A time is a day such as 2026-11-01 or a moment such as 2026-11-01T09:30:00Z.");

	private final HttpStatus status;

	private final String detail;

	NotificationProblem(HttpStatus status, String detail) {
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
