package io.frontdesk.ticket.lifecycle;

import java.net.URI;
import java.util.Locale;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The problems that callers can meet. */
public enum TicketProblem {

	TICKET_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no ticket with this id that you may see."),

	TICKET_CHANGED(HttpStatus.PRECONDITION_FAILED,
			"Somebody else changed the ticket since you read it. Read it again, then repeat your change."),

	TICKET_BUSY(HttpStatus.CONFLICT, "Somebody else changed the ticket at the same moment. Repeat your change."),

	CHANGE_NOT_YOURS(HttpStatus.FORBIDDEN, "A client may close and reopen a ticket, and change nothing else.");

	private final HttpStatus status;

	private final String detail;

	TicketProblem(HttpStatus status, String detail) {
		this.status = status;
		this.detail = detail;
	}

	public ErrorResponseException exception() {
		var problem = ProblemDetail.forStatusAndDetail(this.status, this.detail);
		problem.setType(URI.create("/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-')));
		return new ErrorResponseException(this.status, problem, null);
	}

}
