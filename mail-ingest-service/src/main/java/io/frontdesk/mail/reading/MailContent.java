package io.frontdesk.mail.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.ParseException;
import org.jspecify.annotations.Nullable;

import io.frontdesk.mail.reading.Reading.Attachment;

/** The texts of a mail and what is attached to it. */
final class MailContent {

	private static final int MAX_DEPTH = 20;

	private static final int MAX_PARTS = 500;

	/** In characters: an event has to stay a good deal below a megabyte; the raw mail has the rest. */
	private static final int MAX_TEXT = 200_000;

	private final StringBuilder plain = new StringBuilder();

	private final StringBuilder html = new StringBuilder();

	private final List<Attachment> attachments = new ArrayList<>();

	private int parts;

	private MailContent() {}

	static MailContent of(MimeMessage message) throws MessagingException, IOException {
		var content = new MailContent();
		content.add(message, 0);
		return content;
	}

	String text() {
		var text = this.plain.toString().isBlank() ? PlainText.ofHtml(this.html.toString()) : this.plain.toString();
		return shortened(PlainText.clean(text).strip());
	}

	@Nullable
	String html() {
		return this.html.isEmpty() ? null : shortenedHtml(SafeHtml.of(this.html.toString()));
	}

	List<Attachment> attachments() {
		return List.copyOf(this.attachments);
	}

	private void add(MimePart part, int depth) throws MessagingException, IOException {
		if (++this.parts > MAX_PARTS || depth > MAX_DEPTH) {
			return;
		}
		var type = type(part);
		if (isAttachment(part)) {
			attach(part, type);
		} else if (type.match("text/plain")) {
			append(this.plain, PartText.of(part, type));
		} else if (type.match("text/html")) {
			append(this.html, PartText.of(part, type));
		} else if (type.match("multipart/*") && part.getContent() instanceof Multipart multipart) {
			addAll(multipart, part, type, depth);
		} else {
			attach(part, type);
		}
	}

	/** A multipart whose boundary never comes is shown as the text it is. */
	private void addAll(Multipart multipart, MimePart whole, ContentType type, int depth)
			throws MessagingException, IOException {
		if (multipart.getCount() == 0) {
			append(this.plain, PartText.of(whole, type));
		}
		for (var i = 0; i < multipart.getCount(); i++) {
			add((MimePart) multipart.getBodyPart(i), depth + 1);
		}
	}

	private static void append(StringBuilder target, String text) {
		if (!target.isEmpty()) {
			target.append("\n");
		}
		target.append(text);
	}

	private void attach(MimePart part, ContentType type) throws MessagingException {
		var name = FileName.of(part.getFileName(), this.attachments.size() + 1);
		this.attachments.add(new Attachment(name, type.getBaseType().toLowerCase(Locale.ROOT), out -> {
			try (var in = part.getInputStream()) {
				in.transferTo(out);
			} catch (MessagingException ex) {
				throw new IOException(ex);
			}
		}));
	}

	private static boolean isAttachment(MimePart part) throws MessagingException {
		return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
	}

	/** What is no content type is text, RFC 2045 §5.2. */
	private static ContentType type(MimePart part) throws MessagingException {
		try {
			return new ContentType(part.getContentType());
		} catch (ParseException ex) {
			return new ContentType("text", "plain", null);
		}
	}

	private static String shortened(String text) {
		return (text.length() <= MAX_TEXT)
				? text
				: text.substring(0, MAX_TEXT) + "\n\n[The mail is longer; its source has all of it.]";
	}

	private static @Nullable String shortenedHtml(String html) {
		return (html.length() <= MAX_TEXT) ? html : null;
	}

}
