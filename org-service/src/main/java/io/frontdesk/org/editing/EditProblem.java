package io.frontdesk.org.editing;

import org.springframework.http.HttpStatus;

import io.frontdesk.http.problem.Problem;

/** The problems that anybody who edits can meet. */
public enum EditProblem implements Problem {

	NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing with this id that you may see."),

	CHANGED(HttpStatus.PRECONDITION_FAILED,
			"Somebody else changed it since you read it. Read it again, then repeat your change."),

	BUSY(HttpStatus.CONFLICT, "Somebody else changed it at the same moment. Repeat your change.");

	private final HttpStatus status;

	private final String detail;

	EditProblem(HttpStatus status, String detail) {
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
