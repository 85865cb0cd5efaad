package io.frontdesk.events.deadletters;

import java.util.Objects;

import org.springframework.core.NestedExceptionUtils;

/**
 * Why an event could not be handled or sent, as a person may read it.
 *
 * @param reason in one line
 */
public record Failure(String reason, String exception) {

	private static final int LONGEST = 500;

	public Failure {
		reason = line(reason);
		exception = line(exception);
	}

	/** A message of one word, such as a variable's name, says nothing without the error that it is of. */
	public static Failure of(Throwable error) {
		var cause = NestedExceptionUtils.getMostSpecificCause(error);
		var message = line(Objects.requireNonNullElse(cause.getMessage(), ""));
		var type = cause.getClass();
		return new Failure(message.contains(" ")
				? message
				: "The error %s: %s".formatted(type.getSimpleName(),
						message.isEmpty() ? "without a message" : message),
				type.getName());
	}

	/** The first line, of what a database can keep. */
	static String line(String text) {
		var clean = new StringBuilder();
		text.strip()
				.lines()
				.findFirst()
				.orElse("")
				.codePoints()
				.map(point -> Character.isISOControl(point) ? ' ' : point)
				.filter(point -> Character.getType(point) != Character.SURROGATE)
				.limit(LONGEST)
				.forEach(clean::appendCodePoint);
		return clean.toString();
	}

}
