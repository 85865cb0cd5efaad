package io.frontdesk.notification.outbound.smtp;

import java.util.Locale;

/** Of a conversation with a mail server, by the last command. */
enum Step {

	/** The connection, and the server's first words. */
	GREETING,

	/** EHLO and HELO. */
	HELLO,

	STARTTLS, LOGIN, SENDER, RECIPIENT,

	/** DATA: the server has seen nothing of the content yet. */
	DATA,

	/** The end of the content. */
	CONTENT;

	static Step of(String command) {
		var words = command.split("[ :]", 2);
		return switch (words[0].toUpperCase(Locale.ROOT)) {
			case "EHLO", "HELO" -> HELLO;
			case "STARTTLS" -> STARTTLS;
			case "MAIL" -> SENDER;
			case "RCPT" -> RECIPIENT;
			case "DATA" -> DATA;
			case "." -> CONTENT;
			default -> LOGIN;
		};
	}

	/** Before any mail was spoken of. */
	boolean isBeforeMail() {
		return compareTo(SENDER) < 0;
	}

}
