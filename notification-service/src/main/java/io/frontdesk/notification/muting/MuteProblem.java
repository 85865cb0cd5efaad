package io.frontdesk.notification.muting;

import java.net.URI;
import java.util.Locale;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** The problems that callers can meet. */
enum MuteProblem {

	MUTE_NOT_FOUND("This address is not muted.");

	private final String detail;

	MuteProblem(String detail) {
		this.detail = detail;
	}

	ErrorResponseException exception() {
		var problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, this.detail);
		problem.setType(URI.create("/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-')));
		return new ErrorResponseException(HttpStatus.NOT_FOUND, problem, null);
	}

}
