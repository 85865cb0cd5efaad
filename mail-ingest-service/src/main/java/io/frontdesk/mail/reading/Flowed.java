package io.frontdesk.mail.reading;

/** Text in format=flowed, RFC 3676: a line that ends with a blank goes on in the next. */
final class Flowed {

	private static final String SIGNATURE = "-- ";

	private Flowed() {}

	/** @param delSp whether the blank at the end of a line is no blank between words (DelSp=yes) */
	static String joined(String text, boolean delSp) {
		Work.spend(text.length());
		var joined = new StringBuilder(text.length());
		var open = -1;
		for (var line : text.split("\n", -1)) {
			var quotes = quotes(line);
			var content = unstuffed(line, quotes);
			var flows = content.endsWith(" ") && !content.equals(SIGNATURE);
			if (open != quotes || content.equals(SIGNATURE)) {
				joined.append((open >= 0) ? "\n" : "").append(mark(quotes, content));
			}
			joined.append(content, 0, content.length() - ((flows && delSp) ? 1 : 0));
			open = flows ? quotes : -1;
			joined.append(flows ? "" : "\n");
		}
		return joined.toString().stripTrailing();
	}

	private static int quotes(String line) {
		var quotes = 0;
		while (quotes < line.length() && line.charAt(quotes) == '>') {
			quotes++;
		}
		return quotes;
	}

	/** A blank before what would be taken for something else; it stays where it says that ">" is no quote's mark. */
	private static String unstuffed(String line, int quotes) {
		return (line.startsWith(" ", quotes) && !line.startsWith(" >", quotes))
				? line.substring(quotes + 1)
				: line.substring(quotes);
	}

	private static String mark(int quotes, String content) {
		return ">".repeat(quotes) + ((quotes > 0 && !content.isEmpty()) ? " " : "");
	}

}
