package io.frontdesk.ticket.listing;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.frontdesk.http.listing.CursorText;

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
		var cursor = CursorText.read(text, FORMAT, Cursor::of, ListProblem.BAD_CURSOR);
		if (cursor.list != list) {
			throw ListProblem.CURSOR_OF_ANOTHER_LIST.exception();
		}
		if (cursor.at.size() > longest) {
			throw ListProblem.BAD_CURSOR.exception();
		}
		return cursor;
	}

	private static Cursor of(String plain) {
		var parts = List.of(plain.split(" "));
		return new Cursor(Integer.parseInt(parts.getFirst()), Integer.parseInt(parts.get(1)),
				parts.stream().skip(2).map(Long::valueOf).toList());
	}

	@Override
	public String toString() {
		return CursorText.of(Stream.concat(Stream.of((long) this.list, (long) this.counted), this.at.stream())
				.map(String::valueOf)
				.collect(Collectors.joining(" ")));
	}

}
