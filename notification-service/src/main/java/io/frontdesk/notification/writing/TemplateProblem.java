package io.frontdesk.notification.writing;

import java.net.URI;
import java.util.List;
import java.util.Locale;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The problems that callers can meet. */
public enum TemplateProblem {

	TEMPLATE_NOT_FOUND(HttpStatus.NOT_FOUND,
			"There is no template with this key in this locale. GET /api/v1/templates lists them."),

	INVALID_REQUEST(HttpStatus.BAD_REQUEST, "Some of the request is not valid; see errors.");

	private final HttpStatus status;

	private final String detail;

	TemplateProblem(HttpStatus status, String detail) {
		this.status = status;
		this.detail = detail;
	}

	public ErrorResponseException exception() {
		return new ErrorResponseException(this.status, body(), null);
	}

	ErrorResponseException exception(List<TemplateFault> errors) {
		var body = body();
		body.setProperty("errors", errors);
		return new ErrorResponseException(this.status, body, null);
	}

	private ProblemDetail body() {
		var problem = ProblemDetail.forStatusAndDetail(this.status, this.detail);
		problem.setType(URI.create("/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-')));
		return problem;
	}

}
