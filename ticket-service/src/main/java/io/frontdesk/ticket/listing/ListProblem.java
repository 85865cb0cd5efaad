package io.frontdesk.ticket.listing;

import java.net.URI;
import java.util.Locale;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The problems that callers of the list can meet. */
enum ListProblem {

	BAD_CURSOR("The cursor is none that this list gave. Leave it out to begin at the first page."),

	CURSOR_OF_ANOTHER_LIST("The cursor belongs to a list with another sort. Leave it out to begin at the first page."),

	UNKNOWN_SORT("The list can't be sorted so. Use requestTime or -requestTime.");

	private final String detail;

	ListProblem(String detail) {
		this.detail = detail;
	}

	ErrorResponseException exception() {
		var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, this.detail);
		problem.setType(URI.create("/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-')));
		return new ErrorResponseException(HttpStatus.BAD_REQUEST, problem, null);
	}

}
