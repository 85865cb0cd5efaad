package io.frontdesk.mail.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.OneLine;
import io.frontdesk.events.Person;

/**
 * What of a mail is told, however much it says: what PostgreSQL, JSON and a header can take, and all together less than the
 * largest event. A character has at most three bytes there, since none that JSON would have to escape is left.
 */
final class Limits {

	/** A text that is longer was cut before, with words about the rest, for which there is room here. */
	private static final int TEXT = 201_000;

	private static final int LINE = 1_000;

	private static final int NAME = 200;

	/** In bytes: a line of a header, RFC 5322 §2.1.1; a row of PostgreSQL's indexes has room for 2,704. */
	private static final int ID = 998;

	private static final int ADDRESS = 320;

	/** RFC 6838 §4.2: 127 characters each. */
	private static final int TYPE = 255;

	private static final int REASONS = 20;

	private static final int ADDRESSES_IN_ALL = 30_000;

	private static final int IDS_IN_ALL = 30_000;

	private static final int FILES_IN_ALL = 600_000;

	private static final int BYTES_OF_A_FILE = 300;

	private Limits() {}

	static String text(String text) {
		return clean(cut(text, TEXT));
	}

	/** Null if it is too long: half of it would be none. */
	static @Nullable String html(@Nullable String html) {
		return (html == null || html.length() > TEXT) ? null : clean(html);
	}

	/** As long as a text, since some have a whole mail there. */
	static String subject(String text) {
		return line(text, TEXT);
	}

	static String line(String text) {
		return line(text, LINE);
	}

	private static String line(String text, int most) {
		return OneLine.of(PlainText.line(cut(text, most)));
	}

	static @Nullable String optionalLine(@Nullable String text) {
		return (text == null) ? null : line(text);
	}

	static List<String> reasons(List<String> reasons) {
		return reasons.stream().limit(REASONS).map(Limits::line).toList();
	}

	/** Null for one that is longer than any: a part of it would be another's. */
	static @Nullable String id(@Nullable String id) {
		if (id == null) {
			return null;
		}
		var clean = withoutControls(PlainText.clean(id));
		return (clean.isBlank() || clean.getBytes(StandardCharsets.UTF_8).length > ID) ? null : clean;
	}

	/** The newest: an answer names those nearest to it last. */
	static List<String> ids(List<String> ids) {
		var usable = ids.reversed().stream().map(Limits::id).filter(Objects::nonNull).toList();
		return within(usable, String::length, IDS_IN_ALL).reversed();
	}

	static List<String> addresses(List<String> addresses) {
		return addresses(addresses, 1);
	}

	/** As much as so many lists of addresses have. */
	static List<String> addresses(List<String> addresses, int lists) {
		var usable = addresses.stream()
				.filter(address -> address.length() <= ADDRESS)
				.map(address -> withoutControls(PlainText.clean(address)))
				.filter(address -> !address.isBlank())
				.toList();
		return within(usable, String::length, lists * ADDRESSES_IN_ALL);
	}

	/** Null if nothing is left of the address. */
	static @Nullable Person person(@Nullable Person person) {
		if (person == null) {
			return null;
		}
		var name = line(person.firstName(), NAME) + " " + line(person.lastName(), NAME);
		return addresses(List.of(person.email())).stream()
				.filter(address -> address.indexOf('@') > 0)
				.findFirst()
				.map(address -> Person.of(address, name))
				.orElse(null);
	}

	static String type(String type) {
		return (type.length() > TYPE || !type.matches("[!-~]++")) ? "application/octet-stream" : type;
	}

	static List<Reading.Attachment> files(List<Reading.Attachment> files) {
		return within(files, file -> BYTES_OF_A_FILE + 3 * file.filename().length() + file.contentType().length()
				+ 3 * Objects.requireNonNullElse(file.contentId(), "").length(), FILES_IN_ALL);
	}

	/** Ends a text with how many files are only in the source. */
	static String withoutFiles(String text, int leftOut) {
		return (leftOut == 0)
				? text
				: "%s\n\n[The mail has %d more files; its source has all of them.]".formatted(text, leftOut);
	}

	/** The first that have no more than that together. */
	private static <T> List<T> within(List<T> all, ToIntFunction<T> weight, int most) {
		var kept = new ArrayList<T>();
		var left = most;
		for (var one : all) {
			left -= weight.applyAsInt(one);
			if (left < 0) {
				break;
			}
			kept.add(one);
		}
		return List.copyOf(kept);
	}

	private static String cut(String text, int most) {
		return (text.length() <= most) ? text : text.substring(0, most - 1) + "…";
	}

	private static String clean(String text) {
		return keeping(PlainText.clean(text), c -> c >= ' ' || c == '\n' || c == '\t');
	}

	private static String withoutControls(String text) {
		return keeping(text, c -> !Character.isISOControl(c));
	}

	private static String keeping(String text, IntPredicate kept) {
		return text.chars().allMatch(kept)
				? text
				: text.codePoints().filter(kept).collect(StringBuilder::new, StringBuilder::appendCodePoint,
						StringBuilder::append).toString();
	}

}
