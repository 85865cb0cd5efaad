package io.frontdesk.org.problem;

import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** A field of a request that can't be taken, and why. */
public record InvalidField(String field, String message) {

	public ErrorResponseException exception() {
		return exception(List.of(this));
	}

	public static ErrorResponseException exception(List<InvalidField> errors) {
		return Kind.INVALID_REQUEST.exception(Map.of("errors", errors));
	}

	private enum Kind implements Problem {

		INVALID_REQUEST;

		@Override
		public HttpStatus status() {
			return HttpStatus.BAD_REQUEST;
		}

		@Override
		public String detail() {
			return "Some of the request is not valid; see errors.";
		}

	}

}
