package io.frontdesk.http.deadletters;

import org.springframework.http.HttpStatus;

import io.frontdesk.http.problem.Problem;

/** What one can meet among dead letters. */
enum DeadLetterProblem implements Problem {

	DEAD_LETTER_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no dead letter with this id.");

	private final HttpStatus status;

	private final String detail;

	DeadLetterProblem(HttpStatus status, String detail) {
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
