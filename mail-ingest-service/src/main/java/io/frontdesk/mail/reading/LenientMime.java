package io.frontdesk.mail.reading;

import java.util.Map;

/** Switches of Angus Mail that make it read what breaks the rules; they are system properties by its design. */
final class LenientMime {

	private static final Map<String, String> SWITCHES = Map.of("mail.mime.address.strict", "false",
			"mail.mime.decodetext.strict", "false", "mail.mime.decodefilename", "true", "mail.mime.decodeparameters",
			"true", "mail.mime.parameters.strict", "false", "mail.mime.base64.ignoreerrors", "true",
			"mail.mime.uudecode.ignoreerrors", "true", "mail.mime.ignoreunknownencoding", "true",
			"mail.mime.multipart.allowempty", "true", "mail.mime.allowutf8", "true");

	private LenientMime() {}

	static void install() {
		SWITCHES.forEach(System::setProperty);
	}

}
