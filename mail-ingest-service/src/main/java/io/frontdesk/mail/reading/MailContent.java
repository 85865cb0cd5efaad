package io.frontdesk.mail.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;

import io.frontdesk.mail.reading.Reading.Attachment;

/** The texts of a mail and what is attached to it. */
final class MailContent {

	private static final int MAX_DEPTH = 20;

	private static final int MAX_PARTS = 1000;

	/** In characters: an event has to stay a good deal below a megabyte; the raw mail has the rest. */
	private static final int MAX_TEXT = 200_000;

	/** Stands where the rest of a mail would. */
	static final String UNFINISHED = "[The mail is longer; its source has all of it.]";

	private static final int MAX_HTML = 2_000_000;

	private static final Pattern BLANK_LINES = Pattern.compile("\n(?:[ \t]*+\n){3,}+");

	private final List<Attachment> attachments = new ArrayList<>();

	/** Parts that a mail server wrote about a delivery: what failed and the mail that it failed with. */
	private final List<String> reports = new ArrayList<>();

	private final List<byte[]> originals = new ArrayList<>();

	private Body body = Body.NONE;

	/** Says what the mail's own text says, if it has one. */
	private Body winmail = Body.NONE;

	private @Nullable String safeHtml;

	private @Nullable String text;

	private int parts;

	private boolean feedback;

	private boolean encrypted;

	private boolean calendarAnswer;

	private final Occasion occasion;

	private MailContent(Occasion occasion) {
		this.occasion = occasion;
	}

	static MailContent of(MailPart message) throws MessagingException, IOException {
		return of(message, 0);
	}

	private static MailContent of(MailPart message, int depth) throws MessagingException, IOException {
		var content = new MailContent(Occasion.of(message));
		var body = content.read(message, depth, depth <= MAX_DEPTH, false);
		content.body = content.withWordsAboutCipher(body.text().isBlank() ? content.winmail.or(body) : body);
		return content;
	}

	/** Above all else: what is below it may be nothing, or look like nothing. */
	private Body withWordsAboutCipher(Body body) {
		if (this.encrypted) {
			return Body.all(List.of(Body.ofPlain(Sealed.ENCRYPTED), body));
		}
		return Sealed.isArmoured(body.text()) ? Body.all(List.of(Body.ofPlain(Sealed.ARMOURED), body)) : body;
	}

	/** Ends the text with where the rest is. */
	static String unfinished(String text) {
		return text + "\n\n" + UNFINISHED;
	}

	String text() {
		if (this.text == null) {
			this.text = complete(shortened(spaced(PlainText.clean(this.body.text())).strip()));
		}
		return this.text;
	}

	String visibleText() {
		return complete(shortened(spaced(this.body.visible())));
	}

	@Nullable
	String html() {
		var html = this.body.html();
		if (this.safeHtml == null && html != null) {
			this.safeHtml = (html.length() <= MAX_HTML)
					? SafeHtml.of(html, MAX_TEXT)
					: SafeHtml.beginning(html.substring(0, MAX_HTML), MAX_TEXT);
		}
		return this.safeHtml;
	}

	/** Says so if parts were left out. */
	private String complete(String text) {
		return (this.parts <= MAX_PARTS && this.attachments.size() < MAX_PARTS)
				? text
				: text + "\n\n[The mail has more than %,d parts; its source has all of them.]".formatted(MAX_PARTS);
	}

	List<Attachment> attachments() {
		return List.copyOf(this.attachments);
	}

	List<String> reports() {
		return this.reports;
	}

	List<byte[]> originals() {
		return this.originals;
	}

	boolean isFeedback() {
		return this.feedback;
	}

	/** Whether a calendar program tells who comes. */
	boolean isCalendarAnswer() {
		return this.calendarAnswer;
	}

	/**
	 * @param alone whether the part is all of the mail
	 * @param alternative whether it says what others say too
	 */
	private Body read(MailPart part, int depth, boolean alone, boolean alternative)
			throws MessagingException, IOException {
		if (++this.parts > MAX_PARTS) {
			return Body.NONE;
		}
		var type = part.type();
		if (type.startsWith("multipart/")) {
			return readParts(part, type, depth);
		}
		this.encrypted |= Sealed.isEncrypted(type, part);
		if (part.isTooLarge()) {
			attach(part, type);
			return (Sealed.isEnvelope(type, part.fileName()) && !this.encrypted)
					? Body.ofPlain(Sealed.UNREADABLE)
					: Body.NONE;
		}
		if (isFile(part, type, depth)) {
			attach(part, type);
			return (depth == 0 && type.startsWith("text/"))
					? Body.ofPlain(part.text(), this.occasion)
					: opened(part, type, depth);
		}
		return switch (type) {
			case "text/html", "application/xhtml+xml", "text/plain" -> written(part, type);
			case "text/calendar", "text/x-vcalendar" -> {
				attach(part, type);
				var calendar = Calendar.of(part.text(), part.parameter("method"));
				this.calendarAnswer |= calendar.isAnswer();
				yield Body.ofPlain(calendar.text());
			}
			case "text/rfc822-headers", "text/x-message-headers" -> {
				attach(part, type);
				yield Body.NONE;
			}
			case "text/x-amp-html", "text/watch-html" -> Body.NONE;
			case "message/rfc822" -> {
				attach(part, type);
				yield alone ? of(part.message(), depth + 1).body : Body.NONE;
			}
			default -> {
				if (!alternative || !type.startsWith("text/")) {
					attach(part, type);
				}
				if (type.startsWith("text/")) {
					yield Body.ofPlain(part.text(), this.occasion);
				}
				yield opened(part, type, depth);
			}
		};
	}

	private Body opened(MailPart part, String type, int depth) throws MessagingException, IOException {
		var name = (part.fileName() == null) ? "" : part.fileName();
		if (Tnef.is(type, name)) {
			var tnef = Tnef.read(part.bytes());
			tnef.files().forEach(this::attach);
			this.winmail = Body.ofWinmail(tnef, this.occasion);
			return Body.NONE;
		}
		if (Sealed.isEnvelope(type, name) && !Sealed.isEncrypted(type, part)) {
			var inside = Sealed.content(part.bytes());
			return (inside == null || depth > MAX_DEPTH)
					? Body.ofPlain(Sealed.UNREADABLE)
					: read(MailPart.message(inside), depth + 1, false, false);
		}
		return Body.NONE;
	}

	/** A multipart whose boundary never comes is shown as the text it is. */
	private Body readParts(MailPart part, String type, int depth) throws MessagingException, IOException {
		if (depth > MAX_DEPTH) {
			attach(part, type);
			return Body.NONE;
		}
		this.encrypted |= type.equals("multipart/encrypted");
		if (type.equals("multipart/report") && "feedback-report".equalsIgnoreCase(part.parameter("report-type"))) {
			this.feedback = true;
		}
		var bodies = new ArrayList<Body>();
		var alternative = type.equals("multipart/alternative");
		for (var child : part.parts(MAX_PARTS + 1)) {
			var isFirst = bodies.isEmpty();
			bodies.add(((isFirst || alternative) && isNamedBody(child))
					? named(child, alternative)
					: read(child, depth + 1, false, alternative));
		}
		if (bodies.isEmpty()) {
			return Body.ofPlain(part.rawText(), this.occasion);
		}
		return alternative ? Body.oneOf(bodies) : Body.all(bodies);
	}

	/** Some programs name the body as they do a file; what is shown inline where the body stands is the body. */
	private static boolean isNamedBody(MailPart part) throws MessagingException, IOException {
		var type = part.type();
		return (type.equals("text/plain") || type.equals("text/html")) && part.fileName() != null
				&& part.disposition().equals("inline") && !part.isTooLarge();
	}

	/** It may be a file nevertheless, so it can be had as one too; but not where it is the text in another format. */
	private Body named(MailPart part, boolean alternative) throws MessagingException, IOException {
		this.parts++;
		if (!alternative) {
			attach(part, part.type());
		}
		return written(part, part.type());
	}

	private Body written(MailPart part, String type) throws MessagingException, IOException {
		return type.equals("text/plain") ? plain(part) : Body.ofHtml(part.text(), this.occasion);
	}

	private Body plain(MailPart part) throws MessagingException, IOException {
		var split = Uuencode.split(PlainText.clean(part.text()));
		split.files()
				.forEach(file -> attach(new Tnef.File(file.name(), "application/octet-stream", null, file.content())));
		return Body.ofPlain(isFlowed(part) ? Flowed.joined(split.text(), isYes(part.parameter("delsp"))) : split.text(),
				this.occasion);
	}

	private static boolean isFlowed(MailPart part) {
		return "flowed".equalsIgnoreCase(part.parameter("format"));
	}

	private static boolean isYes(@Nullable String value) {
		return "yes".equalsIgnoreCase(value);
	}

	private boolean isFile(MailPart part, String type, int depth) {
		if (part.disposition().equals("attachment")) {
			return true;
		}
		return depth > 0 && type.startsWith("text/") && !type.endsWith("calendar") && part.fileName() != null;
	}

	private void attach(MailPart part, String type) throws MessagingException, IOException {
		var inline = part.disposition().equals("inline")
				|| part.contentId() != null && !part.disposition().equals("attachment");
		var number = this.attachments.size() + 1;
		if (number > MAX_PARTS) {
			return;
		}
		note(part, type);
		var name = (part.fileName() == null && type.equals("message/rfc822")) ? letterName(part) : part.fileName();
		this.attachments.add(new Attachment(FileName.of(name, type, number), type, part.contentId(), inline, out -> {
			try {
				part.writeTo(out);
			} catch (MessagingException ex) {
				throw new IOException(ex);
			}
		}));
	}

	private void attach(Tnef.File file) {
		if (this.attachments.size() >= MAX_PARTS) {
			return;
		}
		this.attachments
				.add(new Attachment(FileName.of(file.name(), file.type(), this.attachments.size() + 1), file.type(),
						file.contentId(), file.contentId() != null, out -> out.write(file.content())));
	}

	private void note(MailPart part, String type) throws MessagingException, IOException {
		switch (type) {
			case "message/delivery-status", "message/global-delivery-status" -> this.reports.add(part.text());
			case "message/feedback-report" -> this.feedback = true;
			case "message/rfc822", "message/global", "text/rfc822-headers", "message/rfc822-headers",
					"message/global-headers" ->
				this.originals.add(part.bytes());
			default -> {
				// of no interest to a delivery report
			}
		}
	}

	private static String letterName(MailPart part) throws MessagingException, IOException {
		var subject = PlainText.line(EncodedWords.decode(part.message().first("Subject")));
		return subject.isEmpty() ? "message.eml" : subject.replaceAll("[/\\\\]", "-") + ".eml";
	}

	/** Some clients send hundreds of blank lines. */
	private static String spaced(String text) {
		return BLANK_LINES.matcher(Work.metered(text)).replaceAll("\n\n\n");
	}

	private static String shortened(String text) {
		return (text.length() <= MAX_TEXT)
				? text
				: unfinished(text.substring(0, MAX_TEXT));
	}

}
