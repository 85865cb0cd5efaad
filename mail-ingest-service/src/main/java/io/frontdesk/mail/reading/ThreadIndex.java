package io.frontdesk.mail.reading;

import java.util.Arrays;
import java.util.Base64;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.MailReceived;

/** Outlook's Thread-Index, [MS-OXOMSG] 2.2.1.3: 22 bytes for the conversation, and five more for each answer. */
final class ThreadIndex {

	private static final int CONVERSATION = 22;

	private static final int ANSWER = 5;

	private static final int MOST = 4_000;

	private ThreadIndex() {}

	/** Null if there is none, or one that is broken. */
	static MailReceived.@Nullable Thread of(String header) {
		var text = header.replaceAll("\\s++", "");
		if (text.isEmpty() || text.length() > MOST) {
			return null;
		}
		try {
			var index = Base64.getDecoder().decode(text);
			if (index.length < CONVERSATION || (index.length - CONVERSATION) % ANSWER != 0) {
				return null;
			}
			var conversation = Arrays.copyOf(index, CONVERSATION);
			return new MailReceived.Thread(Base64.getUrlEncoder().withoutPadding().encodeToString(conversation),
					index.length > CONVERSATION);
		} catch (IllegalArgumentException _) {
			return null;
		}
	}

}
