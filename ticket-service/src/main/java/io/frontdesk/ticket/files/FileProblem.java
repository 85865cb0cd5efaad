package io.frontdesk.ticket.files;

import org.springframework.http.HttpStatus;

import io.frontdesk.http.problem.Problem;

/** The problems that callers can meet. */
enum FileProblem implements Problem {

	ATTACHMENT_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no attachment with this id that you may see."),

	ATTACHMENT_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The file is larger than an attachment may be."),

	ATTACHMENT_EMPTY(HttpStatus.BAD_REQUEST, "The file is empty. Send its content as the body of the request.");

	private final HttpStatus status;

	private final String detail;

	FileProblem(HttpStatus status, String detail) {
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
