package io.frontdesk.ticket.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text as search sees it: words without case, accents and punctuation. What is written without spaces (Chinese,
 * Japanese) is cut into single characters, which a phrase puts together again.
 */
final class Words {

	private static final int LONGEST = 60;

	private static final Pattern MARKS = Pattern.compile("\\p{M}+");

	private static final Set<UnicodeScript> WITHOUT_SPACES = Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA,
			UnicodeScript.KATAKANA);

	private Words() {}

	/** A folded word, and where it stands in the text. */
	record Word(String text, int start, int end) {}

	static List<Word> in(String text) {
		var words = new ArrayList<Word>();
		var start = -1;
		for (var at = 0; at < text.length();) {
			var point = text.codePointAt(at);
			var next = at + Character.charCount(point);
			var alone = isAlone(point);
			if (start >= 0 && (alone || !isPart(point))) {
				add(words, text, start, at);
				start = -1;
			}
			if (alone) {
				add(words, text, at, next);
			} else if (start < 0 && Character.isLetterOrDigit(point)) {
				start = at;
			}
			at = next;
		}
		if (start >= 0) {
			add(words, text, start, text.length());
		}
		return words;
	}

	static List<String> textsIn(String text) {
		return in(text).stream().map(Word::text).toList();
	}

	/** The words as the database's {@code search_name} writes them. */
	static String joined(String text) {
		return in(text).stream().map(Word::text).collect(Collectors.joining(" "));
	}

	private static void add(List<Word> words, String text, int start, int end) {
		var folded = fold(text.substring(start, end));
		if (!folded.isEmpty()) {
			words.add(new Word((folded.length() <= LONGEST) ? folded : folded.substring(0, LONGEST), start, end));
		}
	}

	private static String fold(String word) {
		var lower = word.toLowerCase(Locale.ROOT);
		if (lower.chars().allMatch(character -> character < 128)) {
			return lower;
		}
		var plain = MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
		return plain.replace("ß", "ss")
				.replace("æ", "ae")
				.replace("œ", "oe")
				.codePoints()
				.filter(Character::isLetterOrDigit)
				.limit(LONGEST)
				.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
				.toString();
	}

	private static boolean isPart(int point) {
		return Character.isLetterOrDigit(point) || switch (Character.getType(point)) {
			case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
			default -> false;
		};
	}

	private static boolean isAlone(int point) {
		return point > 0x2E7F && Character.isLetter(point) && WITHOUT_SPACES.contains(UnicodeScript.of(point));
	}

}
