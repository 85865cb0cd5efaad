package io.frontdesk.notification.replying;

import org.springframework.http.HttpStatus;

import io.frontdesk.http.problem.Problem;

/** The problems that callers can meet. */
enum ReplyingProblem implements Problem {

	NO_REPLY_ADDRESS(
			"Answers come to the plain address, by frontdesk.reference.reply-address.form: there is nothing to check.");

	private final String detail;

	ReplyingProblem(String detail) {
		this.detail = detail;
	}

	@Override
	public HttpStatus status() {
		return HttpStatus.CONFLICT;
	}

	@Override
	public String detail() {
		return this.detail;
	}

}
