package io.frontdesk.http.deadline;

import org.springframework.http.HttpStatus;

import io.frontdesk.http.problem.Problem;

enum DeadlineProblem implements Problem {

	TOOK_TOO_LONG("This was not done in the time that a request may take, and was given up. Ask for less, such as a "
			+ "shorter span of time or fewer words, or try again later.");

	private final String detail;

	DeadlineProblem(String detail) {
		this.detail = detail;
	}

	@Override
	public HttpStatus status() {
		return HttpStatus.SERVICE_UNAVAILABLE;
	}

	@Override
	public String detail() {
		return this.detail;
	}

}
