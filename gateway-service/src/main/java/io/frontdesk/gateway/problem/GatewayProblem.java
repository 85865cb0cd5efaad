package io.frontdesk.gateway.problem;

import java.net.URI;

import org.springframework.http.HttpStatus;

public enum GatewayProblem {

	BAD_REQUEST(HttpStatus.BAD_REQUEST, "bad-request", "Bad request", "The gateway could not read this request."),

	UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "unauthenticated", "Not logged in",
			"Log in, or send a token of Keycloak as \"Authorization: Bearer …\"."),

	INVALID_TOKEN(HttpStatus.UNAUTHORIZED, "unauthenticated", "Invalid token",
			"The token is not valid here: it is malformed, expired, of another issuer or for another audience."),

	SESSION_ENDED(HttpStatus.UNAUTHORIZED, "session-ended", "Your session has ended", "Log in again."),

	FORBIDDEN(HttpStatus.FORBIDDEN, "forbidden", "Not allowed", "You may not do this."),

	CSRF(HttpStatus.FORBIDDEN, "csrf", "This request could not be trusted",
			"It did not carry the token of this session. Reload the page and try again."),

	CROSS_SITE(HttpStatus.FORBIDDEN, "cross-site", "This request could not be trusted",
			"A browser sent it on behalf of another site."),

	NOT_FOUND(HttpStatus.NOT_FOUND, "not-found", "Not found", "There is nothing at this address."),

	BODY_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "content-too-large", "Too large",
			"The body is larger than this request may have. Files go to /api/v1/attachments."),

	UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", "Unsupported media type",
			"Nothing here is read as this Content-Type. Requests are JSON; a file is sent as application/octet-stream."),

	TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "Too many requests",
			"More requests came from you than one caller may send. Try again after the seconds in Retry-After."),

	TOO_MANY_AT_ONCE(HttpStatus.TOO_MANY_REQUESTS, "too-many-at-once", "Too many at once",
			"As many requests or live streams of yours, or of your address, are open as may be. Close pages that you don't need, then try again after the seconds in Retry-After."),

	REQUEST_TIMEOUT(HttpStatus.REQUEST_TIMEOUT, "request-timeout", "Request timeout",
			"The request came too slowly, or not to its end."),

	SERVICE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "service-unavailable", "Service unavailable",
			"The service that answers this is away for the moment. Try again in a few seconds."),

	SERVICE_TIMEOUT(HttpStatus.GATEWAY_TIMEOUT, "service-timeout", "Service timeout",
			"The service that answers this took too long. Try again, or ask for less."),

	LOGIN_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "login-unavailable", "The login server does not answer",
			"Nobody can log in for the moment. Try again in a minute; if it stays away, tell your administrator."),

	UNEXPECTED(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected", "Something went wrong",
			"The fault is ours, not yours. Try again; if it happens twice, tell your administrator what you did.");

	private final HttpStatus status;

	private final URI type;

	private final String title;

	private final String detail;

	GatewayProblem(HttpStatus status, String type, String title, String detail) {
		this.status = status;
		this.type = URI.create("/problems/" + type);
		this.title = title;
		this.detail = detail;
	}

	public HttpStatus status() {
		return this.status;
	}

	public URI type() {
		return this.type;
	}

	public String title() {
		return this.title;
	}

	public String detail() {
		return this.detail;
	}

}
