package io.frontdesk.org.companies;

import org.springframework.http.HttpStatus;

import io.frontdesk.http.problem.Problem;

/** The problems that callers can meet. */
enum CompanyProblem implements Problem {

	COMPANY_IN_USE(
			"The company still has active projects or users; children says how many. Delete or move them first."),

	DOMAIN_TAKEN("Another company has this mail domain.");

	private final String detail;

	CompanyProblem(String detail) {
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
