package io.frontdesk.http.documentation;

import static java.util.Map.entry;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.Operation;
import org.springframework.http.HttpStatus;
import org.springframework.util.StringUtils;

/** How a call can end badly whatever it is about; what an operation takes and gives tells which of these. */
final class Statuses {

	private static final Map<HttpStatus, String> WHEN = Map.ofEntries(
			entry(HttpStatus.BAD_REQUEST, "Something in the request is not as it must be"),
			entry(HttpStatus.UNAUTHORIZED, "No login, or a token that is not valid"),
			entry(HttpStatus.FORBIDDEN, "The role does not include this"),
			entry(HttpStatus.NOT_FOUND, "Not there, or not to be seen by this caller"),
			entry(HttpStatus.NOT_ACCEPTABLE, "The answer can't be had in the form that Accept asks for"),
			entry(HttpStatus.REQUEST_TIMEOUT, "The request came too slowly, or not to its end"),
			entry(HttpStatus.CONTENT_TOO_LARGE, "The body is larger than it may be"),
			entry(HttpStatus.PRECONDITION_FAILED, "It is no longer as If-Match has it"),
			entry(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body can't be read as its Content-Type"),
			entry(HttpStatus.TOO_MANY_REQUESTS, "Too many requests; Retry-After says when to come back"),
			entry(HttpStatus.INTERNAL_SERVER_ERROR, "The fault is the server's"),
			entry(HttpStatus.SERVICE_UNAVAILABLE, "Away for the moment"),
			entry(HttpStatus.GATEWAY_TIMEOUT, "It took longer than the gateway waits"));

	private Statuses() {}

	static Set<HttpStatus> of(String path, Operation operation) {
		var statuses = EnumSet.of(HttpStatus.BAD_REQUEST, HttpStatus.UNAUTHORIZED, HttpStatus.FORBIDDEN,
				HttpStatus.TOO_MANY_REQUESTS, HttpStatus.INTERNAL_SERVER_ERROR, HttpStatus.SERVICE_UNAVAILABLE,
				HttpStatus.GATEWAY_TIMEOUT);
		if (path.contains("{")) {
			statuses.add(HttpStatus.NOT_FOUND);
		}
		if (operation.getRequestBody() != null) {
			statuses.addAll(Set.of(HttpStatus.CONTENT_TOO_LARGE, HttpStatus.UNSUPPORTED_MEDIA_TYPE,
					HttpStatus.REQUEST_TIMEOUT));
		}
		if (operation.getResponses().values().stream().anyMatch(answer -> answer.getContent() != null)) {
			statuses.add(HttpStatus.NOT_ACCEPTABLE);
		}
		if (Stream.ofNullable(operation.getParameters())
				.flatMap(parameters -> parameters.stream())
				.anyMatch(parameter -> "If-Match".equals(parameter.getName()))) {
			statuses.add(HttpStatus.PRECONDITION_FAILED);
		}
		return statuses;
	}

	static String when(HttpStatus status) {
		return Objects.requireNonNullElse(WHEN.get(status), status.getReasonPhrase());
	}

	/** Whether its answer says when to come back. */
	static boolean isForNow(HttpStatus status) {
		return status == HttpStatus.TOO_MANY_REQUESTS || status == HttpStatus.SERVICE_UNAVAILABLE;
	}

	/** As in UnsupportedMediaType. */
	static String name(HttpStatus status) {
		return Stream.of(status.name().toLowerCase(Locale.ROOT).split("_"))
				.map(StringUtils::capitalize)
				.collect(Collectors.joining());
	}

}
