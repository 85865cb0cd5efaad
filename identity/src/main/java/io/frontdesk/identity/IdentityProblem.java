package io.frontdesk.identity;

import java.net.URI;
import java.util.Locale;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What a caller of any service can meet before an endpoint is reached. */
enum IdentityProblem {

	UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "Log in, or send a token of Keycloak as \"Authorization: Bearer …\"."),

	LOGIN_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE,
			"Tokens can't be checked, since Keycloak does not answer. Try again in a moment."),

	FORBIDDEN(HttpStatus.FORBIDDEN, "Your role does not include this. A super admin can select the feature for you.");

	private final HttpStatus status;

	private final String detail;

	IdentityProblem(HttpStatus status, String detail) {
		this.status = status;
		this.detail = detail;
	}

	ProblemDetail body() {
		return body(this.detail);
	}

	ProblemDetail body(String detail) {
		var problem = ProblemDetail.forStatusAndDetail(this.status, detail);
		problem.setType(URI.create("/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-')));
		return problem;
	}

	ErrorResponseException exception() {
		return new ErrorResponseException(this.status, body(), null);
	}

}
