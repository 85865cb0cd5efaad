package io.frontdesk.http.problem;

import org.springframework.http.HttpStatus;

/** What is wrong with a request before anybody looks at what it wants. */
enum RequestProblem implements Problem {

	INVALID_REQUEST(HttpStatus.BAD_REQUEST, "Some of the request is not valid; see errors."),

	BAD_REQUEST(HttpStatus.BAD_REQUEST, "Something that the request needs is missing."),

	NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing at this address."),

	METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "The address is there, but not for this method."),

	NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "The answer can't be had in the form that Accept asks for."),

	UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body can't be read as its Content-Type."),

	UNEXPECTED(HttpStatus.INTERNAL_SERVER_ERROR,
			"The fault is ours, not yours. Try again; if it happens twice, tell your administrator what you did.");

	private final HttpStatus status;

	private final String detail;

	RequestProblem(HttpStatus status, String detail) {
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
