package io.frontdesk.ticket.lifecycle;

import org.springframework.http.HttpStatus;

import io.frontdesk.http.problem.Problem;

/** The problems that callers can meet. */
public enum TicketProblem implements Problem {

	TICKET_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no ticket with this id that you may see."),

	TICKET_CHANGED(HttpStatus.PRECONDITION_FAILED,
			"Somebody else changed the ticket since you read it. Read it again, then repeat your change."),

	CHANGE_NOT_YOURS(HttpStatus.FORBIDDEN, "A client may close and reopen a ticket, and change nothing else."),

	DELETING_NOT_YOURS(HttpStatus.FORBIDDEN,
			"Deleting and restoring tickets needs the feature ticket:delete. A super admin can select it for you."),

	RECIPIENTS_NOT_YOURS(HttpStatus.FORBIDDEN,
			"Saying who is mailed about a ticket, as its requester, its assignee or by a copy, needs the feature ticket:read. A super admin can select it for you."),

	REQUESTER_NOT_YOURS(HttpStatus.FORBIDDEN, "A client raises tickets for themselves only."),

	REQUESTER_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT,
			"There is no user with the requester's id. Name an e-mail address, or an id of GET /api/v1/users."),

	ASSIGNEE_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT, "There is no active member of staff with the assignee's id."),

	PROJECT_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT, "There is no active project with this id."),

	TASK_UNKNOWN(HttpStatus.UNPROCESSABLE_CONTENT, "There is no active task with this id in an active project."),

	TASK_OF_ANOTHER_PROJECT(HttpStatus.UNPROCESSABLE_CONTENT, "The task belongs to another project."),

	KEY_USED_OTHERWISE(HttpStatus.UNPROCESSABLE_CONTENT,
			"This Idempotency-Key was used for another request. Use a new key for a new one.");

	private final HttpStatus status;

	private final String detail;

	TicketProblem(HttpStatus status, String detail) {
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
