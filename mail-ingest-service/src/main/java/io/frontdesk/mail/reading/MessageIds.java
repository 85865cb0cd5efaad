package io.frontdesk.mail.reading;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;

/** Message ids with their angle brackets, which some senders forget. */
final class MessageIds {

	private static final Pattern BRACKETED = Pattern.compile("<([^<>]{1,1000}+)>");

	private static final Pattern BARE = Pattern.compile("[^\\s<>,;\"]{1,500}+");

	private static final int MAX = 200;

	private MessageIds() {}

	static @Nullable String first(MailPart message, String header) throws MessagingException {
		var ids = all(message, header);
		return ids.isEmpty() ? null : ids.getFirst();
	}

	static List<String> all(MailPart message, String header) throws MessagingException {
		return of(String.join(" ", message.headers(header)));
	}

	static List<String> of(String text) {
		var ids = BRACKETED.matcher(Work.metered(text)).results().map(id -> id.group(1).replaceAll("\\s++", ""))
				.filter(id -> !id.isEmpty()).map("<%s>"::formatted).limit(MAX).toList();
		return ids.isEmpty()
				? BARE.matcher(Work.metered(text)).results().map(MatchResult::group).filter(id -> id.indexOf('@') > 0)
						.map("<%s>"::formatted).limit(MAX).toList()
				: ids;
	}

}
