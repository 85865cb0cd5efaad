package io.frontdesk.ticket.dashboard;

import java.net.URI;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What can be wrong with a question to the dashboard, told as for any invalid request. */
enum DashboardProblem {

	NO_DATE("is neither a date such as 2026-11-23 nor an instant such as 2026-11-23T10:15:00Z"),

	OUT_OF_REACH("is not between 1970 and 9998"),

	UNKNOWN_ZONE("is no time zone such as Europe/Berlin"),

	ENDS_BEFORE_IT_BEGINS("is before from"),

	TOO_LONG("is more than " + DashboardQuery.MOST_DAYS + " days after from");

	private final String message;

	DashboardProblem(String message) {
		this.message = message;
	}

	ErrorResponseException of(String field) {
		var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST,
				"Some of the request is not valid; see errors.");
		problem.setType(URI.create("/problems/invalid-request"));
		problem.setProperty("errors", List.of(new FieldProblem(field, this.message)));
		return new ErrorResponseException(HttpStatus.BAD_REQUEST, problem, null);
	}

	private record FieldProblem(String field, String message) {}

}
