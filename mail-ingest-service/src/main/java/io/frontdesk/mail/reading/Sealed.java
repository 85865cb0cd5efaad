package io.frontdesk.mail.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;

/** S/MIME and PGP: what is encrypted is said to be so; what is only signed is read. */
final class Sealed {

	static final String ENCRYPTED = """
			[This mail is encrypted, and Frontdesk has no key for it. What was encrypted is attached. \
			Ask the sender for a mail that is not encrypted.]""";

	/** Where the cipher stands in the text itself. */
	static final String ARMOURED = """
			[This mail is encrypted by PGP, and Frontdesk has no key for it. \
			Ask the sender for a mail that is not encrypted.]""";

	static final String UNREADABLE = "[This mail is in an S/MIME envelope that can't be opened here. It is attached.]";

	private static final Set<String> SMIME = Set.of("application/pkcs7-mime", "application/x-pkcs7-mime");

	private static final Set<String> ENCRYPTING = Set.of("enveloped-data", "authenveloped-data");

	/** What RFC 5652 and RFC 5083 call enveloped and authenticated-enveloped data. */
	private static final byte[][] ENCRYPTED_CONTENT = {HexFormat.of().parseHex("06092a864886f70d010703"),
			HexFormat.of().parseHex("060b2a864886f70d0109100117")};

	private static final int BEGINNING = 32;

	private static final Pattern ARMOUR = Pattern.compile("(?m)^-----BEGIN PGP MESSAGE(?:, PART [^-\n]{1,20}+)?+-----");

	private static final int OCTET_STRING = 0x04;

	private static final int MAX_DEPTH = 12;

	private final byte[] der;

	private final ByteArrayOutputStream content = new ByteArrayOutputStream();

	private Sealed(byte[] der) {
		this.der = der;
	}

	/** By S/MIME, or by PGP where a server took the multipart apart, as Exchange does. */
	static boolean isEncrypted(String type, MailPart part) throws MessagingException, IOException {
		if (type.equals("application/pgp-encrypted")) {
			return new String(part.bytes(), StandardCharsets.ISO_8859_1).stripLeading().startsWith("Version:");
		}
		if (!isEnvelope(type, part.fileName())) {
			return false;
		}
		var kind = part.parameter("smime-type");
		return kind != null && ENCRYPTING.contains(kind.toLowerCase(Locale.ROOT)) || isEncrypted(part.bytes());
	}

	private static boolean isEncrypted(byte[] der) {
		var beginning = new String(der, 0, Math.min(der.length, BEGINNING), StandardCharsets.ISO_8859_1);
		return Arrays.stream(ENCRYPTED_CONTENT)
				.anyMatch(type -> beginning.contains(new String(type, StandardCharsets.ISO_8859_1)));
	}

	/** Some programs know the type of no file but by its name. */
	static boolean isEnvelope(String type, @Nullable String name) {
		return SMIME.contains(type) || type.equals("application/octet-stream") && name != null
				&& name.toLowerCase(Locale.ROOT).endsWith(".p7m");
	}

	/** Not where it is quoted. */
	static boolean isArmoured(String text) {
		return text.contains("-----BEGIN PGP MESSAGE") && ARMOUR.matcher(Work.metered(text)).find();
	}

	/** The octets in SignedData.encapContentInfo.eContent, RFC 5652 §5.2; null if there are none. */
	static byte @Nullable [] content(byte[] der) {
		var sealed = new Sealed(der);
		try {
			sealed.walk(0, der.length, 0, false);
		} catch (IndexOutOfBoundsException ex) {
			return null;
		}
		return (sealed.content.size() > 0) ? sealed.content.toByteArray() : null;
	}

	/** Follows SEQUENCE and [0] down to the first octet strings, which BER may cut into pieces. */
	private int walk(int from, int end, int depth, boolean within) {
		var at = from;
		while (at < end && depth < MAX_DEPTH) {
			Work.spend(1);
			var tag = this.der[at] & 0xff;
			if (tag == 0 && this.der[at + 1] == 0) {
				return at + 2;
			}
			var length = this.der[at + 1] & 0xff;
			var start = at + 2;
			if (length > 0x80) {
				var bytes = length & 0x7f;
				length = 0;
				for (var i = 0; i < bytes; i++) {
					length = length << 8 | this.der[start++] & 0xff;
				}
			} else if (length == 0x80) {
				length = -1;
			}
			if (length > end - start) {
				throw new IndexOutOfBoundsException();
			}
			var stop = (length < 0) ? end : start + length;
			if ((tag & 0x20) != 0) {
				var done = this.content.size() > 0 && !within;
				var next = done ? stop : walk(start, stop, depth + 1, within || tag == (OCTET_STRING | 0x20));
				at = (length < 0) ? next : stop;
			} else {
				if (tag == OCTET_STRING && (within || this.content.size() == 0) && depth >= 3) {
					this.content.write(this.der, start, stop - start);
				}
				at = stop;
			}
			if (depth >= 3 && this.content.size() > 0 && !within) {
				return at;
			}
		}
		return at;
	}

}
