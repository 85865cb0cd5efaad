package io.frontdesk.http.problem;

import org.springframework.http.HttpStatus;

/** What is wrong with a request before anybody looks at what it wants. */
enum RequestProblem implements Problem {

	INVALID_REQUEST(HttpStatus.BAD_REQUEST, "Some of the request is not valid; see errors."),

	BAD_REQUEST(HttpStatus.BAD_REQUEST, "The request can't be read, or something that it needs is missing."),

	NOT_FOUND(HttpStatus.NOT_FOUND, "There is nothing at this address."),

	METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "The address is there, but not for this method."),

	NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "The answer can't be had in the form that Accept asks for."),

	UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body can't be read as its Content-Type."),

	REQUEST_TIMEOUT(HttpStatus.REQUEST_TIMEOUT, "The request came too slowly, or not to its end."),

	CONTENT_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is larger than this request may have."),

	URI_TOO_LONG(HttpStatus.URI_TOO_LONG,
			"The address, with what follows its question mark, is longer than it may be."),

	HEADERS_TOO_LARGE(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
			"The headers of the request, its cookies among them, are larger than they may be."),

	NOT_SUPPORTED(HttpStatus.NOT_IMPLEMENTED, "The request asks for something of HTTP that is not supported here."),

	UNEXPECTED(HttpStatus.INTERNAL_SERVER_ERROR,
			"The fault is ours, not yours. Try again; if it happens twice, tell your administrator what you did.");

	private final HttpStatus status;

	private final String detail;

	RequestProblem(HttpStatus status, String detail) {
		this.status = status;
		this.detail = detail;
	}

	/** For an answer that has a status already. */
	static RequestProblem of(int status) {
		return switch (HttpStatus.resolve(status)) {
			case NOT_FOUND -> NOT_FOUND;
			case METHOD_NOT_ALLOWED -> METHOD_NOT_ALLOWED;
			case REQUEST_TIMEOUT -> REQUEST_TIMEOUT;
			case CONTENT_TOO_LARGE -> CONTENT_TOO_LARGE;
			case URI_TOO_LONG -> URI_TOO_LONG;
			case REQUEST_HEADER_FIELDS_TOO_LARGE -> HEADERS_TOO_LARGE;
			case NOT_IMPLEMENTED, HTTP_VERSION_NOT_SUPPORTED -> NOT_SUPPORTED;
			case null -> UNEXPECTED;
			default -> HttpStatus.valueOf(status).is4xxClientError() ? BAD_REQUEST : UNEXPECTED;
		};
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
