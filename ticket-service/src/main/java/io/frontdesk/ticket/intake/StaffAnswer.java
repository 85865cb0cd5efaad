package io.frontdesk.ticket.intake;

import java.util.regex.Pattern;

import io.frontdesk.events.Classification;
import io.frontdesk.events.MailReceived;
import io.frontdesk.events.MessageKind;

/**
 * What a member of staff answers to a mail of ours: a reply, or a note, which nobody is mailed. A program's answer, such as
 * an out-of-office note, is for colleagues to know; so is a mail in which nothing is said.
 */
record StaffAnswer(MessageKind kind, String text) {

	/** What editors put invisibly before a line must not make a reply of a note. */
	private static final Pattern NOTE = Pattern.compile("[\\s\\p{Z}\\p{Cf}]*+@note(?![\\w-])[:,]?+\\s*+",
			Pattern.CASE_INSENSITIVE);

	static StaffAnswer of(MailReceived mail) {
		var text = mail.visibleText();
		var note = NOTE.matcher(text);
		if (note.lookingAt()) {
			return new StaffAnswer(MessageKind.NOTE, text.substring(note.end()));
		}
		var saysSomething = !text.isBlank() || !mail.attachments().isEmpty();
		return new StaffAnswer(
				(mail.classification() == Classification.PERSON && saysSomething)
						? MessageKind.REPLY
						: MessageKind.NOTE,
				text);
	}

}
