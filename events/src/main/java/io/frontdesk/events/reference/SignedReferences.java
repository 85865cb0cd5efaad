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

	/** Wherever it stands in a local part: the settings may have been others when the mail was written. */
	private static final Pattern TOKEN = Pattern.compile("(?<!\\d)(\\d{7,18})-([0-9a-f]{20})(?![0-9a-f])");

	/** Longer than any address (RFC 5321 §4.5.3.1.3). */
	private static final int LONGEST_ADDRESS = 400;

	private final SecretKeySpec key;

	private final ReplyAddresses replyAddresses;

	/** @param key hex, at least 16 bytes; the same for all services */
	public SignedReferences(String key) {
		this(key, ReplyAddresses.usual());
	}

	/** @param key hex, at least 16 bytes; the same for all services */
	public SignedReferences(String key, ReplyAddresses replyAddresses) {
		var bytes = HexFormat.of().parseHex(key);
		if (bytes.length < 16) {
			throw new IllegalArgumentException("frontdesk.reference.key needs at least 32 hex digits");
		}
		this.key = new SecretKeySpec(bytes, ALGORITHM);
		this.replyAddresses = replyAddresses;
	}

	/** The Message-ID of a mail about a ticket: the same for every try to send it. */
	public String messageId(long ticket, UUID mail, String domain) {
		return "<%d.%s.%s@%s>".formatted(ticket, mail, sign("message-id", ticket + "." + mail), domain);
	}

	/** The address that answers about a ticket go to. */
	public String replyAddress(long ticket, String own) {
		return address("reply-to", ticket, own);
	}

	/** An address like those, that is of no ticket: to see whether mail to one arrives. */
	public String checkAddress(long check, String own) {
		return address("check", check, own);
	}

	private String address(String purpose, long number, String own) {
		return this.replyAddresses.address("%d-%s".formatted(number, sign(purpose, Long.toString(number))), own);
	}

	public OptionalLong ticketOfMessageId(String messageId) {
		var matcher = MESSAGE_ID.matcher(messageId.strip());
		return (matcher.matches()
				&& isSigned("message-id", matcher.group(1) + "." + matcher.group(2), matcher.group(3)))
						? OptionalLong.of(Long.parseLong(matcher.group(1)))
						: OptionalLong.empty();
	}

	public OptionalLong ticketOfReplyAddress(String address) {
		return number("reply-to", address);
	}

	public OptionalLong checkOfAddress(String address) {
		return number("check", address);
	}

	private OptionalLong number(String purpose, String address) {
		var at = address.lastIndexOf('@');
		if (at < 0 || address.length() > LONGEST_ADDRESS) {
			return OptionalLong.empty();
		}
		return TOKEN.matcher(address.substring(0, at).toLowerCase(Locale.ROOT))
				.results()
				.filter(token -> isSigned(purpose, token.group(1), token.group(2)))
				.mapToLong(token -> Long.parseLong(token.group(1)))
				.findFirst();
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
