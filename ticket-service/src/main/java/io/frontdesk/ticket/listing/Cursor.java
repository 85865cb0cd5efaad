package io.frontdesk.ticket.listing;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Where a page ended.
 *
 * @param counted what the first page counted: the pages after it need not count again; below zero for at least so many
 */
record Cursor(int counted, List<Long> at) {

	static final Pattern FORMAT = Pattern.compile("-?\\d{1,4}( -?\\d{1,18}){1,8}");

	static Cursor of(String place) {
		var parts = List.of(place.split(" "));
		return new Cursor(Integer.parseInt(parts.getFirst()), parts.stream().skip(1).map(Long::valueOf).toList());
	}

	String place() {
		return LongStream.concat(LongStream.of(this.counted), this.at.stream().mapToLong(Long::longValue))
				.mapToObj(String::valueOf)
				.collect(Collectors.joining(" "));
	}

}
