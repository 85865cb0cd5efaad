package io.frontdesk.http.access;

import org.springframework.http.HttpStatus;

import io.frontdesk.http.problem.Problem;

/** What a caller of any service can meet before an endpoint is reached. */
enum AccessProblem implements Problem {

	UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "Log in, or send a token of Keycloak as \"Authorization: Bearer …\"."),

	LOGIN_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE,
			"Tokens can't be checked, since Keycloak does not answer. Try again in a moment."),

	DEACTIVATED(HttpStatus.UNAUTHORIZED, "You were deactivated. Ask whoever runs Frontdesk for you."),

	OUTDATED_TOKEN(HttpStatus.UNAUTHORIZED,
			"Your address has changed since you logged in. Log in again, or get a new token of Keycloak."),

	STANDING_UNKNOWN(HttpStatus.SERVICE_UNAVAILABLE,
			"Who was deactivated is not known here yet, so nobody is let in. Try again in a moment."),

	FORBIDDEN(HttpStatus.FORBIDDEN,
			"Your role does not include this. A super admin can do it, or select the feature for you if you are staff.");

	private final HttpStatus status;

	private final String detail;

	AccessProblem(HttpStatus status, String detail) {
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
