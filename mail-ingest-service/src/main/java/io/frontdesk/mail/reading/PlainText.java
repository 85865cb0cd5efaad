package io.frontdesk.mail.reading;

/** Text that PostgreSQL, JSON and people can take. */
final class PlainText {

	private PlainText() {}

	/** Without NUL, which PostgreSQL refuses, and lone surrogates, which UTF-8 has no bytes for. */
	static String clean(String text) {
		Work.spend(text.length());
		var clean = new StringBuilder(text.length());
		text.replace("\r\n", "\n").replace('\r', '\n').codePoints().filter(PlainText::isText)
				.forEach(clean::appendCodePoint);
		return clean.toString();
	}

	/** Of a header: on one line. */
	static String line(String text) {
		return clean(text).replaceAll("\\s++", " ").strip();
	}

	private static boolean isText(int codePoint) {
		return codePoint != 0 && Character.getType(codePoint) != Character.SURROGATE;
	}

}
