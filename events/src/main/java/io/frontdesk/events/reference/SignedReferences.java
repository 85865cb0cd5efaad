package io.frontdesk.events.reference;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes and reads the ticket ids in Message-IDs and reply addresses of ours. Both carry 80 bits of an HMAC-SHA256, in
 * lower-case hex since a mail server may fold the case of a local part.
 */
public final class SignedReferences {

	private static final String ALGORITHM = "HmacSHA256";

	private static final int SIGNATURE_BYTES = 10;

	private static final Pattern MESSAGE_ID = Pattern
			.compile("<?(\\d{7,18})\\.([0-9a-f-]{36})\\.([0-9a-f]{20})@[^@\\s>]+>?");

	private static final Pattern REPLY_ADDRESS = Pattern.compile("[^@\\s]+\\+(\\d{7,18})-([0-9a-f]{20})@[^@\\s]+");

	private final SecretKeySpec key;

	/** @param key hex, at least 16 bytes; the same for all services */
	public SignedReferences(String key) {
		var bytes = HexFormat.of().parseHex(key);
		if (bytes.length < 16) {
			throw new IllegalArgumentException("frontdesk.reference.key needs at least 32 hex digits");
		}
		this.key = new SecretKeySpec(bytes, ALGORITHM);
	}

	/** The Message-ID of a mail about a ticket: the same for every try to send it. */
	public String messageId(long ticket, UUID mail, String domain) {
		return "<%d.%s.%s@%s>".formatted(ticket, mail, sign("message-id", ticket + "." + mail), domain);
	}

	/** The address that answers about a ticket go to: sub-addressing, RFC 5233. */
	public String replyAddress(long ticket, String address) {
		var at = address.lastIndexOf('@');
		return "%s+%d-%s%s".formatted(address.substring(0, at), ticket, sign("reply-to", Long.toString(ticket)),
				address.substring(at));
	}

	public OptionalLong ticketOfMessageId(String messageId) {
		var matcher = MESSAGE_ID.matcher(messageId.strip());
		return (matcher.matches()
				&& isSigned("message-id", matcher.group(1) + "." + matcher.group(2), matcher.group(3)))
						? OptionalLong.of(Long.parseLong(matcher.group(1)))
						: OptionalLong.empty();
	}

	public OptionalLong ticketOfReplyAddress(String address) {
		var matcher = REPLY_ADDRESS.matcher(address.strip().toLowerCase(Locale.ROOT));
		return (matcher.matches() && isSigned("reply-to", matcher.group(1), matcher.group(2)))
				? OptionalLong.of(Long.parseLong(matcher.group(1)))
				: OptionalLong.empty();
	}

	private boolean isSigned(String purpose, String content, String signature) {
		return MessageDigest.isEqual(sign(purpose, content).getBytes(StandardCharsets.US_ASCII),
				signature.getBytes(StandardCharsets.US_ASCII));
	}

	private String sign(String purpose, String content) {
		try {
			var mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			var digest = mac.doFinal((purpose + ":" + content).getBytes(StandardCharsets.US_ASCII));
			return HexFormat.of().formatHex(digest, 0, SIGNATURE_BYTES);
		} catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This JVM has no " + ALGORITHM, ex);
		}
	}

}
