package io.frontdesk.e2e;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Mails that did harm once, or would like to. Each is from somebody else, and no copy of another. */
enum HostileMail {

	NUL_IN_REFERENCES {

		@Override
		String rest() {
			return "In-Reply-To: <a\0b@example.org>\r\nReferences: <c\0d@example.org> \0\r\n\r\nNul.\r\n";
		}

	},

	NUL_EVERYWHERE {

		@Override
		String rest() {
			return "Cc: \"N\0ul\" <n\0ul@example.org>\r\nX-Thing: \0\r\n\r\nA \0 b \0.\r\n";
		}

	},

	LONG_CONTENT_TYPES {

		@Override
		String rest() {
			return multipart(
					parts(900, i -> "Content-Type: application/x-%d%s\r\n\r\nx".formatted(i, "y".repeat(3_900))));
		}

	},

	MANY_PARTS {

		@Override
		String rest() {
			return multipart(parts(10_000, i -> "Content-Disposition: attachment; filename=f%d\r\n\r\nx".formatted(i)));
		}

	},

	DEEP_PARTS {

		@Override
		String rest() {
			var opened = IntStream.range(0, 2_000)
					.mapToObj("Content-Type: multipart/mixed; boundary=b%1$d\r\n\r\n--b%1$d\r\n"::formatted)
					.collect(Collectors.joining());
			return opened + "Content-Type: text/plain\r\n\r\nDown here.\r\n";
		}

	},

	LONG_BOUNDARY {

		@Override
		String rest() {
			var boundary = "-".repeat(100_000);
			return "Content-Type: multipart/mixed; boundary=\"%1$s\"\r\n\r\n%2$s\r\n--%1$s\r\n\r\nHello.\r\n"
					.formatted(boundary, (boundary.substring(1) + "\r\n").repeat(5));
		}

	},

	LIST_ITEMS {

		@Override
		String rest() {
			return html("<ul>" + "<li>x".repeat(120_000));
		}

	},

	NESTED_LISTS {

		@Override
		String rest() {
			return html("<ul><li>".repeat(40_000));
		}

	},

	NESTED_QUOTES {

		@Override
		String rest() {
			return html("<blockquote><div><font>".repeat(20_000) + "deep");
		}

	},

	QUOTE_MARKS {

		@Override
		String rest() {
			return "\r\n" + (">".repeat(900) + " x\r\n").repeat(1_000);
		}

	},

	ONE_LINE {

		@Override
		String rest() {
			return "\r\n" + "On a day somebody wrote ".repeat(40_000) + "\r\n";
		}

	},

	MANY_RECIPIENTS {

		@Override
		String rest() {
			return "Cc: %s\r\n\r\nAll of you.\r\n".formatted(IntStream.range(0, 30_000)
					.mapToObj("a%d@example.org"::formatted)
					.collect(Collectors.joining(",\r\n ")));
		}

	},

	ENCODED_WORDS {

		@Override
		String rest() {
			return "X-Subject: x\r\nKeywords: %s\r\n\r\nWords.\r\n".formatted("=?utf-8?q?=C3=A4?=\r\n ".repeat(30_000));
		}

	},

	OPEN_COMMENTS {

		@Override
		String rest() {
			return "Reply-To: %s a@example.org\r\n\r\nComments.\r\n".formatted("(".repeat(200_000));
		}

	},

	NO_BODY {

		@Override
		String rest() {
			return "\r\n";
		}

	},

	BROKEN_CALENDAR {

		@Override
		String rest() {
			return "Content-Type: text/calendar\r\n\r\n" + "BEGIN:VEVENT\r\n".repeat(20_000);
		}

	};

	private static final String DOMAIN = "hostile.example.org";

	/** All that follows the first headers. */
	abstract String rest();

	/** As it lies on the server: bytes, as no mail program would write them. */
	byte[] raw(int number) {
		var name = "%s-%d".formatted(name().toLowerCase(Locale.ROOT), number);
		return """
				From: %1$s@%2$s
				To: support@frontdesk.test
				Subject: %1$s
				Message-ID: <%1$s@%2$s>
				""".formatted(name, DOMAIN).replace("\n", "\r\n").concat(rest()).getBytes(StandardCharsets.UTF_8);
	}

	private static String multipart(String parts) {
		return "Content-Type: multipart/mixed; boundary=b\r\n\r\n%s--b--\r\n".formatted(parts);
	}

	private static String parts(int count, IntFunction<String> part) {
		return IntStream.range(0, count)
				.mapToObj(i -> "--b\r\n%s\r\n".formatted(part.apply(i)))
				.collect(Collectors.joining());
	}

	private static String html(String html) {
		return "Content-Type: text/html; charset=utf-8\r\n\r\n%s\r\n".formatted(html);
	}

}
