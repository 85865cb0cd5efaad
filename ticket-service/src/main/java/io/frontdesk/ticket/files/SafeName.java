package io.frontdesk.ticket.files;

import io.frontdesk.events.SafeFileName;

/** What an upload is called. */
final class SafeName {

	private SafeName() {}

	static String of(String sent) {
		return SafeFileName.of(sent).orElse("attachment");
	}

}
