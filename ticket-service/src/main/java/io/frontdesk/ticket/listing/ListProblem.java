package io.frontdesk.ticket.listing;

import org.springframework.http.HttpStatus;

import io.frontdesk.http.problem.Problem;

/** The problems that callers of the list can meet. */
public enum ListProblem implements Problem {

	UNKNOWN_SORT("The list can't be sorted so. Use requestTime, responseTime, lastActivity, priority or id, with a - "
			+ "before it for the opposite order."),

	SORT_NOT_YOURS("Only staff can sort by lastActivity, since notes count for it. Use requestTime, responseTime, "
			+ "priority or id."),

	UNKNOWN_ASSIGNEE("The assignee is a person's id, me or none."),

	BAD_TIME("A time is a day such as 2026-11-01 or a moment such as 2026-11-01T09:30:00Z.");

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
