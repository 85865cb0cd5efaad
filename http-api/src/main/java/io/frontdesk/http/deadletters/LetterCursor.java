package io.frontdesk.http.deadletters;

import java.time.Instant;
import java.util.regex.Pattern;

import io.frontdesk.http.listing.Cursors;

/** The last letter of a page, of whichever service: any service can go on from there, and the gateway gives it too. */
public final class LetterCursor {

	static final String LIST = "dead-letters";

	static final Pattern FORMAT = Pattern.compile("\\d{1,14} " + LetterId.FORMAT);

	private LetterCursor() {}

	static String after(Instant failedAt, String id, Cursors cursors) {
		return cursors.give(LIST, place(failedAt, id));
	}

	/**
	 * Of the list of all services.
	 *
	 * @param caller the subject of the token that the services were shown
	 */
	public static String after(Instant failedAt, String id, Cursors cursors, String caller) {
		return cursors.give(caller, LIST, place(failedAt, id));
	}

	private static String place(Instant failedAt, String id) {
		return failedAt.toEpochMilli() + " " + id;
	}

}
