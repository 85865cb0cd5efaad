package io.frontdesk.ticket.conversation;

import java.util.ArrayList;
import java.util.regex.Pattern;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Lets links, keys and paths wrap in a table, too: there, what may break only if nothing else helps makes the table as wide
 * as itself. They may break after so many letters that no column becomes one of single letters.
 */
final class LongWords {

	private static final int PIECE = 24;

	/** Of the characters of addresses; a word of nothing but letters is one of a language, and stays whole. */
	private static final Pattern LONG = Pattern.compile("[\\x21-\\x7e]{40,}+");

	private static final Pattern LETTERS = Pattern.compile("[A-Za-z]++");

	private LongWords() {}

	static void wrap(Element body) {
		var texts = new ArrayList<TextNode>();
		body.traverse((node, _) -> {
			if (node instanceof TextNode text && LONG.matcher(text.getWholeText()).find()) {
				texts.add(text);
			}
		});
		texts.forEach(LongWords::wrap);
	}

	private static void wrap(TextNode node) {
		var text = node.getWholeText();
		var pieces = new ArrayList<Node>();
		var done = 0;
		var words = LONG.matcher(text);
		while (words.find()) {
			if (LETTERS.matcher(words.group()).matches()) {
				continue;
			}
			for (var at = words.start() + PIECE; at < words.end(); at += PIECE) {
				pieces.add(new TextNode(text.substring(done, at)));
				pieces.add(new Element("wbr"));
				done = at;
			}
		}
		pieces.add(new TextNode(text.substring(done)));
		pieces.forEach(node::before);
		node.remove();
	}

}
