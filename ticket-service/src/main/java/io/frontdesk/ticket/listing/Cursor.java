package io.frontdesk.ticket.listing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a page ended. Opaque to callers.
 *
 * @param list the list it belongs to, as {@link TicketQuery#digest} names it
 * @param counted what the first page counted: the pages after it need not count again; below zero for at least so many
 */
record Cursor(int list, int counted, List<Long> at) {

	private static final Pattern FORMAT = Pattern.compile("-?\\d{1,10} -?\\d{1,4}( -?\\d{1,18}){1,8}");

	/** @param longest how many numbers say where */
	static Cursor parse(String text, int list, int longest) {
		var plain = plain(text);
		if (!FORMAT.matcher(plain).matches()) {
			throw ListProblem.BAD_CURSOR.exception();
		}
		var numbers = Stream.of(plain.split(" ")).map(Long::valueOf).toList();
		if (numbers.getFirst() != list) {
			throw ListProblem.CURSOR_OF_ANOTHER_LIST.exception();
		}
		var at = numbers.subList(2, numbers.size());
		if (at.size() > longest) {
			throw ListProblem.BAD_CURSOR.exception();
		}
		return new Cursor(list, numbers.get(1).intValue(), at);
	}

	private static String plain(String text) {
		try {
			return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
		} catch (IllegalArgumentException ex) {
			throw ListProblem.BAD_CURSOR.exception();
		}
	}

	@Override
	public String toString() {
		var plain = Stream.concat(Stream.of((long) this.list, (long) this.counted), this.at.stream())
				.map(String::valueOf)
				.collect(Collectors.joining(" "));
		return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
	}

}
