package io.frontdesk.ticket.live;

import org.springframework.http.HttpStatus;

import io.frontdesk.http.problem.Problem;

enum LiveProblem implements Problem {

	TOO_MANY_AT_ONCE(HttpStatus.TOO_MANY_REQUESTS,
			"As many live streams of yours are open as may be. Close pages that you don't need, then try again.");

	private final HttpStatus status;

	private final String detail;

	LiveProblem(HttpStatus status, String detail) {
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
