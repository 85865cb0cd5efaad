package io.frontdesk.http.listing;

import org.springframework.http.HttpStatus;

import io.frontdesk.http.problem.Problem;

/** What one can meet in every list. */
enum ListingProblem implements Problem {

	BAD_CURSOR("The cursor is none that this list gave you, as it is narrowed and sorted now. "
			+ "Leave it out to begin at the first page.");

	private final String detail;

	ListingProblem(String detail) {
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
