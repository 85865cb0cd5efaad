package io.frontdesk.ticket.files;

import java.net.URI;
import java.util.Locale;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The problems that callers can meet. */
enum FileProblem {

	ATTACHMENT_NOT_FOUND(HttpStatus.NOT_FOUND, "There is no attachment with this id that you may see."),

	ATTACHMENT_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The file is larger than an attachment may be."),

	ATTACHMENT_EMPTY(HttpStatus.BAD_REQUEST, "The file is empty. Send its content as the body of the request.");

	private final HttpStatus status;

	private final String detail;

	FileProblem(HttpStatus status, String detail) {
		this.status = status;
		this.detail = detail;
	}

	ErrorResponseException exception() {
		var problem = ProblemDetail.forStatusAndDetail(this.status, this.detail);
		problem.setType(URI.create("/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-')));
		return new ErrorResponseException(this.status, problem, null);
	}

}
