package io.frontdesk.http.problem;

import java.net.URI;
import java.util.Locale;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** What callers can meet; each feature has an enum of its own. */
public interface Problem {

	String name();

	HttpStatus status();

	String detail();

	default URI type() {
		return URI.create("/problems/" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
	}

	default ProblemDetail body() {
		var problem = ProblemDetail.forStatusAndDetail(status(), detail());
		problem.setType(type());
		return problem;
	}

	default ErrorResponseException exception() {
		return exception(Map.of());
	}

	/** @param more properties of the problem, beside the standard ones */
	default ErrorResponseException exception(Map<String, ?> more) {
		var problem = body();
		more.forEach(problem::setProperty);
		return new ErrorResponseException(status(), problem, null);
	}

}
