package io.frontdesk.mail.reading;

import java.io.ByteArrayOutputStream;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** S/MIME and PGP: what is encrypted is said to be so; what is only signed is read. */
final class Sealed {

	static final String ENCRYPTED = "[This mail is encrypted. The encrypted content is attached.]";

	static final String UNREADABLE = "[This mail is in an S/MIME envelope that can't be opened here. It is attached.]";

	private static final Set<String> SMIME = Set.of("application/pkcs7-mime", "application/x-pkcs7-mime");

	private static final int OCTET_STRING = 0x04;

	private static final int MAX_DEPTH = 12;

	private final byte[] der;

	private final ByteArrayOutputStream content = new ByteArrayOutputStream();

	private Sealed(byte[] der) {
		this.der = der;
	}

	static boolean isEncrypted(String type, MailPart part) {
		var smime = part.parameter("smime-type");
		return SMIME.contains(type) && ("enveloped-data".equalsIgnoreCase(smime)
				|| "authenveloped-data".equalsIgnoreCase(smime) || "authEnveloped-data".equalsIgnoreCase(smime));
	}

	static boolean isSigned(String type) {
		return SMIME.contains(type);
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
