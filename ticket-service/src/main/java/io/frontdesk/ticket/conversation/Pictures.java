package io.frontdesk.ticket.conversation;

import java.util.Set;

/** Files that every browser shows as a picture; a page can show no other. */
public final class Pictures {

	private static final Set<String> SHOWN = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

	private Pictures() {}

	public static boolean include(String contentType) {
		return SHOWN.contains(contentType);
	}

}
