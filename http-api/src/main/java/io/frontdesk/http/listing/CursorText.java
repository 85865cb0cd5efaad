package io.frontdesk.http.listing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.frontdesk.http.problem.Problem;

/** A cursor as callers see it: nothing that they should read, or could make. */
public final class CursorText {

	private CursorText() {}

	public static String of(String plain) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * @param cursor makes one of what has the format; with an IllegalArgumentException it is none after all
	 * @param otherwise the problem with what is none
	 */
	public static <T> T read(String text, Pattern format, Function<String, T> cursor, Problem otherwise) {
		try {
			var plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
			if (format.matcher(plain).matches()) {
				return cursor.apply(plain);
			}
		} catch (IllegalArgumentException _) {
			// neither Base64 nor what the format stands for: the same problem
		}
		throw otherwise.exception();
	}

}
