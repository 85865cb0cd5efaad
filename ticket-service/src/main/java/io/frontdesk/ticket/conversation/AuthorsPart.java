package io.frontdesk.ticket.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Finds in a mail's HTML where its author's words end, by the text that was read from the mail. The two are compared by
 * letters and digits, in which they agree however they are laid out; the text may have more: the number of a list's item,
 * the address that a link leads to. Where they don't agree, the whole mail is shown.
 */
final class AuthorsPart {

	/** So much of the text may be missing in the HTML at one place. */
	private static final int MOST_SKIPPED = 400;

	/** So many letters that agree are no chance. */
	private static final int SURE = 6;

	private static final int MOST_SKIPS = 200;

	private AuthorsPart() {}

	/** Leaves the author's words only; false where all of it stays, as nothing else is in it or nobody can tell. */
	static boolean keep(Element body, String authors) {
		var end = firstAfter(words(body), letters(authors).toArray());
		if (end == null) {
			return false;
		}
		cutFrom(end, body);
		return true;
	}

	private static @Nullable TextNode firstAfter(List<Word> page, int[] authors) {
		var at = 0;
		var skips = 0;
		for (var i = 0; i < page.size() && authors.length > 0; i++) {
			if (at == authors.length) {
				return (page.get(i).in() != page.get(i - 1).in()) ? page.get(i).in() : null;
			}
			if (authors[at] != page.get(i).letter()) {
				at = next(page, i, authors, at);
				if (at < 0 || ++skips > MOST_SKIPS) {
					return null;
				}
			}
			at++;
		}
		return null;
	}

	/** Where in the author's text the page goes on; -1 if nowhere near. */
	private static int next(List<Word> page, int from, int[] authors, int at) {
		var last = (from + SURE <= page.size()) ? Math.min(at + MOST_SKIPPED, authors.length - SURE) : -1;
		return IntStream.rangeClosed(at + 1, last)
				.filter(start -> IntStream.range(0, SURE)
						.allMatch(i -> authors[start + i] == page.get(from + i).letter()))
				.findFirst()
				.orElse(-1);
	}

	private static void cutFrom(Node first, Element body) {
		for (Node at = first; at != body && at != null; at = at.parent()) {
			while (at.nextSibling() != null) {
				at.nextSibling().remove();
			}
		}
		first.remove();
	}

	private static List<Word> words(Element body) {
		var found = new ArrayList<Word>();
		body.traverse((node, _) -> {
			if (node instanceof TextNode text) {
				letters(text.getWholeText()).forEach(letter -> found.add(new Word(letter, text)));
			}
		});
		return found;
	}

	private static IntStream letters(String text) {
		return text.codePoints().filter(Character::isLetterOrDigit).map(Character::toLowerCase);
	}

	/** A letter of the page, and the text that it stands in. */
	private record Word(int letter, TextNode in) {}

}
