package io.frontdesk.mail.reading;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** What the server said that did not take a mail, where a report quotes it in prose. */
final class ServersWords {

	static final Pattern STATUS = Pattern.compile("(?<![\\d.])([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.])");

	static final Pattern REPLY_CODE = Pattern.compile("(?<![\\d.:-])([45])[0-5]\\d(?=[\\s-])");

	/** However a server writes it, and the codes that no RFC knows. */
	private static final Pattern ANY_REPLY_CODE = Pattern
			.compile("(?<![\\d.-])[45]\\d\\d(?=[\\s:;,.)\\]>#\"'-]|$)(?! (?:bytes|octets|hours|days|port))");

	private static final int MAX_LINE = 1_000;

	private static final int MAX_LINES = 10;

	/** By what a line is known to be a server's words, the surest first. */
	private static final List<Predicate<String>> SAYING = List.of(
			line -> STATUS.matcher(line).find() || REPLY_CODE.matcher(line).find()
					|| Permanence.saysNoSuchAddress(line),
			line -> ANY_REPLY_CODE.matcher(line).find(), ReportWords::tellOfFailure);

	private ServersWords() {}

	/** The server's words: the line with its code, and those that go on with it. */
	static @Nullable String in(String head) {
		var lines = Stream.of(head.split("\n")).filter(line -> line.length() < MAX_LINE).toList();
		for (var says : SAYING) {
			var first = IntStream.range(0, lines.size()).filter(i -> says.test(lines.get(i))).findFirst();
			if (first.isPresent()) {
				return lines.subList(first.getAsInt(), lines.size())
						.stream()
						.limit(MAX_LINES)
						.takeWhile(line -> line.equals(lines.get(first.getAsInt()))
								|| REPLY_CODE.matcher(line.strip()).lookingAt())
						.map(String::strip)
						.collect(Collectors.joining(" "));
			}
		}
		return null;
	}

}
