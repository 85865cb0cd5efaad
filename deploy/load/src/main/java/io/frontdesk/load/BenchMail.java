package io.frontdesk.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/**
 * A mail as it goes over the wire.
 *
 * @param messageId with its angle brackets
 */
record BenchMail(String from, String messageId, byte[] content) {

	private static final String TEXT = """
			Hello,

			since this morning the printer on the second floor prints every page twice. We have switched it off and on
			again, changed the cartridge, and asked the colleagues next door, who have the same trouble with theirs.

			Could you please have a look? The number on its label is %d.

			Thank you and kind regards
			""";

	private static final String QUOTED = "\nOn Monday you wrote:\n> Thank you. Your ticket has been created.\n> We look into it.\n";

	private static final int ATTACHMENT = 50_000;

	/** How it is written; each tenth mail carries a file. */
	enum Kind {

		PLAIN, HTML, ATTACHMENT, FOLLOW_UP;

		static Kind of(int number) {
			return switch (number % 10) {
				case 1, 4, 7 -> HTML;
				case 5 -> ATTACHMENT;
				case 9 -> FOLLOW_UP;
				default -> PLAIN;
			};
		}

	}

	/** @param answered the Message-ID in In-Reply-To; empty for none */
	static BenchMail of(Kind kind, String run, int number, String from, String to, String answered) {
		String id = "<%d.%s@%s>".formatted(number, run, from.substring(from.indexOf('@') + 1));
		StringBuilder head = new StringBuilder();
		line(head, "From: Client %d <%s>".formatted(number, from));
		line(head, "To: " + to);
		line(head, "Subject: %sThe printer prints twice, %d".formatted(answered.isEmpty() ? "" : "Re: ", number));
		line(head, "Date: Mon, 23 Nov 2026 09:00:00 +0000");
		line(head, "Message-ID: " + id);
		if (!answered.isEmpty()) {
			line(head, "In-Reply-To: " + answered);
			line(head, "References: " + answered);
		}
		line(head, "MIME-Version: 1.0");
		return new BenchMail(from, id, (head + body(kind, number)).getBytes(StandardCharsets.UTF_8));
	}

	private static String body(Kind kind, int number) {
		String text = TEXT.formatted(number).replace("\n", "\r\n");
		return switch (kind) {
			case PLAIN -> part("text/plain; charset=utf-8", "8bit", text);
			case FOLLOW_UP -> part("text/plain; charset=utf-8", "8bit", text + QUOTED.replace("\n", "\r\n"));
			case HTML -> multipart("alternative", part("text/plain; charset=utf-8", "8bit", text),
					part("text/html; charset=utf-8", "8bit",
							"<html><body><p>" + text.replace("\r\n\r\n", "</p>\r\n<p>") + "</p></body></html>\r\n"));
			case ATTACHMENT -> multipart("mixed", part("text/plain; charset=utf-8", "8bit", text),
					part("application/pdf; name=\"label.pdf\"\r\nContent-Disposition: attachment; filename=\"label.pdf\"",
							"base64", file(number)));
		};
	}

	private static String multipart(String subtype, String... parts) {
		StringBuilder all = new StringBuilder();
		line(all, "Content-Type: multipart/%s; boundary=\"bench\"".formatted(subtype));
		line(all, "");
		for (String part : parts) {
			line(all, "--bench");
			all.append(part);
		}
		line(all, "--bench--");
		return all.toString();
	}

	private static String part(String type, String encoding, String content) {
		StringBuilder part = new StringBuilder();
		line(part, "Content-Type: " + type);
		line(part, "Content-Transfer-Encoding: " + encoding);
		line(part, "");
		line(part, content);
		return part.toString();
	}

	/** Another one in each mail, so that the store of files has as much to do. */
	private static String file(int number) {
		byte[] bytes = new byte[ATTACHMENT];
		new Random(number).nextBytes(bytes);
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		try {
			file.write("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
			file.write(bytes);
		} catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return Base64.getMimeEncoder().encodeToString(file.toByteArray());
	}

	private static void line(StringBuilder text, String line) {
		text.append(line).append("\r\n");
	}

}
