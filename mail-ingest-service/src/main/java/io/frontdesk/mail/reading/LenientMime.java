package io.frontdesk.mail.reading;

import java.util.Map;

/** Switches of Angus Mail that make it read what breaks the rules; they are system properties by its design. */
final class LenientMime {

	private static final Map<String, String> SWITCHES = Map.of("mail.mime.allowutf8", "false",
			"mail.mime.multipart.allowempty", "true", "mail.mime.multipart.ignoremissingendboundary", "true",
			"mail.mime.multipart.ignoremissingboundaryparameter", "true",
			"mail.mime.multipart.ignorewhitespacelines", "false", "mail.mime.parameters.strict", "false",
			"mail.mime.ignoremultipartencoding", "true");

	private LenientMime() {}

	static void install() {
		SWITCHES.forEach(System::setProperty);
	}

}
