package io.frontdesk.notification.writing;

import org.springframework.http.HttpStatus;

import io.frontdesk.http.problem.Problem;

/** The problems that callers can meet. */
enum CannedReplyProblem implements Problem {

	CANNED_REPLY_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no canned reply with this id. "
			+ "GET /api/v1/canned-replies lists them."),

	CANNED_REPLY_NAME_TAKEN(HttpStatus.CONFLICT, "Another canned reply has this name. Capitals make no difference.");

	private final HttpStatus status;

	private final String detail;

	CannedReplyProblem(HttpStatus status, String detail) {
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
