package io.frontdesk.http.problem;

import java.util.List;
import java.util.Map;

import org.springframework.web.ErrorResponseException;

/** A field of a request that can't be taken, and why. */
public record InvalidField(String field, String message) {

	public ErrorResponseException exception() {
		return exception(List.of(this));
	}

	public static ErrorResponseException exception(List<InvalidField> errors) {
		return RequestProblem.INVALID_REQUEST.exception(Map.of("errors", errors));
	}

}
