package io.frontdesk.notification.outbound;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The Message-IDs of a ticket's mails, oldest first, as a new mail refers to them.
 *
 * @param root that no mail has, and every mail of ours about the ticket refers to
 * @param answered the client's latest; null if there is none
 */
record MailChain(String root, List<String> mails, @Nullable String answered) {

	/** Some relays cut longer headers, and a list that was cut in the middle of an id threads nothing. */
	static final int LONGEST = 1_500;

	/** Between two ids in the header: each has a line of its own there. */
	static final String FOLD = "\r\n ";

	/** A copy of a mail doesn't refer to the mail. */
	MailChain before(String messageId) {
		return new MailChain(this.root, this.mails.stream().filter(id -> !id.equals(messageId)).toList(),
				this.answered);
	}

	String inReplyTo() {
		return (this.answered != null) ? this.answered : this.root;
	}

	/** The root, the first mail and what is answered are kept, and of the others the latest. */
	List<String> references() {
		var first = new LinkedHashSet<>(List.of(this.root));
		this.mails.stream().findFirst().ifPresent(first::add);
		var last = inReplyTo();
		first.remove(last);
		var room = LONGEST - last.length() - first.stream().mapToInt(MailChain::space).sum();
		var latest = new ArrayList<String>();
		for (var id : this.mails.reversed()) {
			if (first.contains(id) || id.equals(last)) {
				continue;
			}
			room -= space(id);
			if (room < 0) {
				break;
			}
			latest.addFirst(id);
		}
		var references = new ArrayList<>(first);
		references.addAll(latest);
		references.add(last);
		return references;
	}

	private static int space(String id) {
		return id.length() + FOLD.length();
	}

}
