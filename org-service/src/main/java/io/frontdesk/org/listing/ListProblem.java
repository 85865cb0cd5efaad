package io.frontdesk.org.listing;

import org.springframework.http.HttpStatus;

import io.frontdesk.http.problem.Problem;

/** The problems that callers of a list can meet. */
enum ListProblem implements Problem {

	UNKNOWN_SORT("The list can't be sorted so.");

	private final String detail;

	ListProblem(String detail) {
		this.detail = detail;
	}

	@Override
	public HttpStatus status() {
		return HttpStatus.BAD_REQUEST;
	}

	@Override
	public String detail() {
		return this.detail;
	}

}
