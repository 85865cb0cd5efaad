package com.icegreen.greenmail.store;

import java.io.InputStream;
import java.util.Date;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * A stored message whose content a subclass brings. GreenMail's own holds it in memory and can't be made outside this
 * package, which therefore is GreenMail's, and not null-marked as a whole.
 */
@NullMarked
public abstract class OpenStoredMessage extends StoredMessage {

	protected OpenStoredMessage(Date receivedDate, long uid) {
		super(empty(), receivedDate, uid);
	}

	private static MimeMessage empty() {
		try {
			return new MimeMessage((@Nullable Session) null, InputStream.nullInputStream());
		} catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	protected static MailMessageAttributes attributesOf(MimeMessage message, Date receivedDate)
			throws MessagingException {
		return new SimpleMessageAttributes(message, receivedDate);
	}

}
