package io.frontdesk.mail.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import jakarta.mail.util.SharedByteArrayInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;

/**
 * A part of a mail as Jakarta Mail splits it; its headers, charsets and transfer encodings are decoded here, more
 * leniently than there.
 */
final class MailPart {

	private static final Session SESSION = Session.getInstance(new Properties());

	/** The most that is decoded in memory of a part that is not whole there. */
	private static final int MAX_LOADED = 4 << 20;

	private final MimePart part;

	private final MailOutline outline;

	private final Parameters type;

	private final Parameters disposition;

	private final String usualType;

	private final Charset rawHeaders;

	private MailPart(MimePart part, MailOutline outline, String usualType, Charset rawHeaders)
			throws MessagingException {
		this.part = part;
		this.outline = outline;
		this.usualType = usualType;
		this.rawHeaders = rawHeaders;
		this.type = Parameters.of(first("Content-Type"));
		this.disposition = Parameters.of(first("Content-Disposition"));
	}

	static MailPart message(MailOutline outline) throws MessagingException {
		return message(outline.bytes(), outline);
	}

	static MailPart message(byte[] raw) throws MessagingException {
		return message(new MailOutline(raw, new ByteArrayResource(raw), null, false));
	}

	private static MailPart message(byte[] raw, MailOutline outline) throws MessagingException {
		var mail = RawMail.repaired(raw);
		return new MailPart(new MimeMessage(SESSION, new SharedByteArrayInputStream(mail)), outline, "text/plain",
				RawHeaders.charset(mail));
	}

	/** The mail that the part contains. */
	MailPart message() throws MessagingException, IOException {
		return message(bytes(), this.outline);
	}

	/** All values of a header, unfolded; each char is a byte, of UTF-8 if the mail's charset could be told. */
	List<String> headers(String name) throws MessagingException {
		var values = this.part.getHeader(name);
		var unfolded = new ArrayList<String>();
		if (values != null) {
			for (var value : values) {
				unfolded.add(Charsets.inUtf8(unfolded(value).strip(), this.rawHeaders));
			}
		}
		return unfolded;
	}

	/** The values of a header that stand above all headers with one of these names, which are in lower case. */
	List<String> fieldsAbove(Set<String> names, String header) throws MessagingException {
		var values = new ArrayList<String>();
		for (var fields = this.part.getAllHeaders(); fields.hasMoreElements();) {
			var field = fields.nextElement();
			if (names.contains(field.getName().toLowerCase(Locale.ROOT))) {
				break;
			}
			if (field.getName().equalsIgnoreCase(header)) {
				values.add(unfolded(field.getValue()).strip());
			}
		}
		return values;
	}

	private static String unfolded(String value) {
		Work.spend(value.length());
		var text = new StringBuilder(value.length());
		for (var i = 0; i < value.length();) {
			var c = value.charAt(i++);
			if (c != '\r' && c != '\n') {
				text.append(c);
				continue;
			}
			while (i < value.length() && "\r\n \t".indexOf(value.charAt(i)) >= 0) {
				i++;
			}
			text.append(' ');
		}
		return text.toString();
	}

	/** Empty if there is none. */
	String first(String name) throws MessagingException {
		for (var value : headers(name)) {
			if (!value.isBlank()) {
				return value;
			}
		}
		return "";
	}

	/** What is no content type is text, RFC 2045 §5.2; but text in all other types than HTML is a file. */
	String type() throws MessagingException {
		var sent = this.type.value().replaceAll("[^!-~]++", "");
		if (sent.matches("[^/]++/[^/]++")) {
			return sent;
		}
		if (sent.isEmpty() && fileName() != null && first("Content-Type").isEmpty()) {
			return "application/octet-stream";
		}
		return switch (sent) {
			case "html", "text/html" -> "text/html";
			case "multipart" -> "multipart/mixed";
			default -> (sent.isEmpty() && boundary() != null)
					? "multipart/mixed"
					: sent.isEmpty() ? this.usualType : "text/plain";
		};
	}

	@Nullable
	String parameter(String name) {
		return this.type.get(name);
	}

	@Nullable
	String boundary() {
		return this.type.get("boundary");
	}

	String disposition() {
		return this.disposition.value();
	}

	@Nullable
	String fileName() {
		for (var name : new String[]{this.disposition.get("filename"), this.type.get("name"),
				this.type.get("filename"), this.disposition.get("name"), this.type.get("file")}) {
			if (name != null && !name.isBlank()) {
				return name;
			}
		}
		return null;
	}

	@Nullable
	String contentId() throws MessagingException {
		var id = first("Content-ID").replaceAll("[<>\\s]++", "");
		return (id.isEmpty() || id.length() > 250) ? null : id;
	}

	byte[] raw() throws MessagingException, IOException {
		try (var in = (this.part instanceof MimeMessage message)
				? message.getRawInputStream()
				: ((MimeBodyPart) this.part).getRawInputStream()) {
			var raw = in.readAllBytes();
			Work.spend(raw.length);
			return raw;
		}
	}

	/** Whether its content is not to be had in memory. */
	boolean isTooLarge() throws MessagingException, IOException {
		return isBase64() && this.outline.leftOut(raw()) > MAX_LOADED;
	}

	private boolean isBase64() throws MessagingException {
		return TransferEncoding.isBase64(first("Content-Transfer-Encoding"));
	}

	/** What of the content is in memory; without what is left out of it if that is too large. */
	byte[] bytes() throws MessagingException, IOException {
		var raw = raw();
		if (isBase64() && this.outline.leftOut(raw) > 0) {
			if (this.outline.leftOut(raw) > MAX_LOADED) {
				return new byte[0];
			}
			var whole = new ByteArrayOutputStream();
			this.outline.writeWhole(raw, whole);
			raw = whole.toByteArray();
		}
		return TransferEncoding.decode(raw, first("Content-Transfer-Encoding"));
	}

	/** All of the content, however large. */
	void writeTo(OutputStream out) throws MessagingException, IOException {
		if (isBase64()) {
			var decoder = new Base64Output(out);
			this.outline.writeWhole(raw(), decoder);
			decoder.flush();
		} else {
			this.outline.writeWhole(bytes(), out);
		}
	}

	String text() throws MessagingException, IOException {
		return this.outline.withoutMarks(Charsets.decode(bytes(), this.parameter("charset")));
	}

	/** The bytes as they stand there, as text. */
	String rawText() throws MessagingException, IOException {
		return this.outline.withoutMarks(Charsets.decode(raw(), null));
	}

	/**
	 * Also of a multipart that is encoded though RFC 2045 §6.4 forbids it.
	 *
	 * @param max the others are left out
	 */
	List<MailPart> parts(int max) throws MessagingException, IOException {
		var raw = raw();
		var boundary = boundary();
		var named = (boundary == null || boundary.isBlank()) ? null : boundary;
		var pieces = Pieces.of(raw, named, max);
		if (pieces.isEmpty() && named != null && !named.equals(named.stripTrailing())) {
			named = named.stripTrailing();
			pieces = Pieces.of(raw, named, max);
		}
		if (pieces.isEmpty() || named == null) {
			raw = bytes();
			pieces = Pieces.of(raw, named, max);
		}
		if (pieces.isEmpty()) {
			pieces = Pieces.of(raw, null, max);
		}
		var parts = new ArrayList<MailPart>();
		var usual = type().equals("multipart/digest") ? "message/rfc822" : "text/plain";
		for (var piece : pieces) {
			parts.add(new MailPart(new MimeBodyPart(RawMail.part(raw, piece.start(), piece.end())), this.outline, usual,
					this.rawHeaders));
		}
		return parts;
	}

}
