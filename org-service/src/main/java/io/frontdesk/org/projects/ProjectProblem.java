package io.frontdesk.org.projects;

import org.springframework.http.HttpStatus;

import io.frontdesk.http.problem.Problem;

/** The problems that callers can meet. */
enum ProjectProblem implements Problem {

	PROJECT_IN_USE("The project still has active tasks; children says how many. Delete them first.");

	private final String detail;

	ProjectProblem(String detail) {
		this.detail = detail;
	}

	@Override
	public HttpStatus status() {
		return HttpStatus.CONFLICT;
	}

	@Override
	public String detail() {
		return this.detail;
	}

}
