package io.frontdesk.notification.muting;

import org.springframework.http.HttpStatus;

import io.frontdesk.http.problem.Problem;

/** The problems that callers can meet. */
enum MuteProblem implements Problem {

	MUTE_NOT_FOUND("This address is not muted.");

	private final String detail;

	MuteProblem(String detail) {
		this.detail = detail;
	}

	@Override
	public HttpStatus status() {
		return HttpStatus.NOT_FOUND;
	}

	@Override
	public String detail() {
		return this.detail;
	}

}
