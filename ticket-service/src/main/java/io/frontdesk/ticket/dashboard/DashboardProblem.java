package io.frontdesk.ticket.dashboard;

import org.springframework.web.ErrorResponseException;

import io.frontdesk.http.problem.InvalidField;

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
		return new InvalidField(field, this.message).exception();
	}

}
