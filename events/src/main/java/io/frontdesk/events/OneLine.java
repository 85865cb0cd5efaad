package io.frontdesk.events;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * Text that names somebody or something on one line, without what nobody sees: controls, line ends, marks that turn the
 * direction of writing, and characters without ink, by which one name is made to look like another.
 */
public final class OneLine {

	/** Letters and marks by their category, blank by their looks. */
	private static final Set<Integer> WITHOUT_INK = Set.of(0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164,
			0xFFA0);

	private static final int NON_JOINER = 0x200C;

	private static final int JOINER = 0x200D;

	/** No letters of these are written otherwise when they are joined. */
	private static final Set<UnicodeScript> NEVER_JOINED = Set.of(UnicodeScript.LATIN, UnicodeScript.GREEK,
			UnicodeScript.CYRILLIC);

	private OneLine() {}

	/** Whether all of it can be seen, and there is something to see unless it is empty. */
	public static boolean isPlain(String text) {
		return text.isEmpty() || hasNoHidden(text) && !text.codePoints().allMatch(OneLine::isBlank);
	}

	/** Without what is hidden, and with one space wherever there is any. */
	public static String of(String text) {
		if (hasNoHidden(text) && text.chars().noneMatch(OneLine::isOddBlank)) {
			return text.strip().replaceAll(" {2,}", " ");
		}
		var points = text.codePoints().map(point -> isBlank(point) || isLineEnd(point) ? ' ' : point).toArray();
		var plain = new StringBuilder();
		for (var i = 0; i < points.length; i++) {
			if (!isHidden(points, i)) {
				plain.appendCodePoint(points[i]);
			}
		}
		return plain.toString().strip().replaceAll(" {2,}", " ");
	}

	private static boolean hasNoHidden(String text) {
		if (text.chars().allMatch(character -> character >= ' ' && character < 0x7F)) {
			return true;
		}
		var points = text.codePoints().toArray();
		for (var i = 0; i < points.length; i++) {
			if (isHidden(points, i)) {
				return false;
			}
		}
		return true;
	}

	/** The joiners change how letters of some scripts, and pictures, are drawn: there, and there only, they are seen. */
	private static boolean isHidden(int[] points, int at) {
		var point = points[at];
		if (point == NON_JOINER || point == JOINER) {
			return at == 0 || at == points.length - 1 || !isJoined(points[at - 1]) || !isJoined(points[at + 1]);
		}
		return WITHOUT_INK.contains(point) || switch (Character.getType(point)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED ->
				true;
			default -> false;
		};
	}

	private static boolean isJoined(int point) {
		return point > 0x7F && switch (Character.getType(point)) {
			case Character.OTHER_LETTER, Character.MODIFIER_LETTER, Character.NON_SPACING_MARK,
					Character.COMBINING_SPACING_MARK, Character.OTHER_SYMBOL, Character.MODIFIER_SYMBOL ->
				!NEVER_JOINED.contains(UnicodeScript.of(point));
			default -> false;
		};
	}

	private static boolean isBlank(int point) {
		return Character.isSpaceChar(point) || point == '\t';
	}

	private static boolean isOddBlank(int character) {
		return character != ' ' && isBlank(character);
	}

	private static boolean isLineEnd(int point) {
		return point == '\n' || point == '\r' || point == 0x0B || point == '\f' || point == 0x85;
	}

}
