package io.frontdesk.notification.writing;

import org.springframework.http.HttpStatus;

import io.frontdesk.http.problem.Problem;

/** The problems that callers can meet. */
public enum TemplateProblem implements Problem {

	TEMPLATE_NOT_FOUND("There is no template with this key in this locale. "
			+ "GET /api/v1/templates lists them.");

	private final String detail;

	TemplateProblem(String detail) {
		this.detail = detail;
	}

	@Override
	public HttpStatus status() {
		return HttpStatus.NOT_FOUND;
	}

	@Override
	public String detail() {
		return this.detail;
	}

}
