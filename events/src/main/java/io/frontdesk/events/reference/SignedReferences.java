package io.frontdesk.events.reference;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.AddressForm;

/**
 * Writes and reads the ticket ids in Message-IDs and reply addresses of ours. Both carry a tag that says for whom they
 * were written, and 80 bits of an HMAC-SHA256 over ticket and tag; in digits of base 32, which stay the same when a mail
 * server folds the case of a local part.
 */
public final class SignedReferences {

	private static final String ALGORITHM = "HmacSHA256";

	/** 8 digits. Signed, so that to guess one is of no use; two recipients of a ticket must not have the same. */
	private static final int TAG_BYTES = 5;

	/** 16 digits. */
	private static final int SIGNATURE_BYTES = 10;

	private static final String PROOF = "([0-9a-v]{8})([0-9a-v]{16})";

	private static final Pattern MESSAGE_ID = Pattern
			.compile("<?(?<!\\d)(\\d{7,18})\\.([0-9a-f-]{36})\\." + PROOF
					+ "@[^@\\s<>(),;\"']{0,254}[^@\\s<>(),;\"'.]>?");

	/** Wherever it stands in a local part: the settings may have been others when the mail was written. */
	private static final Pattern TOKEN = Pattern.compile("(?<!\\d)(\\d{7,18})-" + PROOF);

	/** Longer than any address (RFC 5321 §4.5.3.1.3). */
	private static final int LONGEST_ADDRESS = 400;

	/** In place of a recipient; no address looks like that. */
	private static final String SEVERAL = "several";

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

	/**
	 * The Message-ID of a mail about a ticket: the same for every try to send it.
	 *
	 * @param recipient whom alone it goes to; null if it goes to several
	 */
	public String messageId(long ticket, UUID mail, @Nullable String recipient, String domain) {
		var tag = tag(ticket, (recipient != null) ? recipient : SEVERAL);
		return "<%d.%s.%s%s@%s>".formatted(ticket, mail, tag, signature("message-id", ticket, mail.toString(), tag),
				domain);
	}

	/** The address that answers of this recipient about a ticket go to. */
	public String replyAddress(long ticket, String recipient, String own) {
		return address("reply-to", ticket, recipient, own);
	}

	/** An address like those, that is of no ticket: to see whether mail to one arrives. */
	public String checkAddress(long check, String own) {
		return address("check", check, own, own);
	}

	private String address(String purpose, long number, String recipient, String own) {
		var tag = tag(number, recipient);
		return this.replyAddresses.address("%d-%s%s".formatted(number, tag, signature(purpose, number, tag)), own);
	}

	/** What a Message-ID says, if it is ours. */
	public Optional<Reference> inMessageId(String messageId) {
		var matcher = MESSAGE_ID.matcher(messageId.strip());
		if (!matcher.matches()) {
			return Optional.empty();
		}
		var ticket = Long.parseLong(matcher.group(1));
		var tag = matcher.group(3);
		return isSame(matcher.group(4), signature("message-id", ticket, matcher.group(2), tag))
				? Optional.of(new Reference(ticket, tag))
				: Optional.empty();
	}

	/** The Message-IDs in a text that may be ours, as they stand in it; whether they are, {@link #inMessageId} says. */
	public static Stream<String> messageIdsIn(String text) {
		return MESSAGE_ID.matcher(text).results().map(MatchResult::group);
	}

	/** What an address says, if it is one that we gave somebody to answer to. */
	public Optional<Reference> inReplyAddress(String address) {
		return inAddress("reply-to", address);
	}

	public OptionalLong checkOfAddress(String address) {
		return inAddress("check", address).map(check -> OptionalLong.of(check.ticket()))
				.orElse(OptionalLong.empty());
	}

	private Optional<Reference> inAddress(String purpose, String address) {
		var at = address.lastIndexOf('@');
		return (at < 0 || address.length() > LONGEST_ADDRESS)
				? Optional.empty()
				: TOKEN.matcher(address.substring(0, at).toLowerCase(Locale.ROOT))
						.results()
						.flatMap(token -> signed(purpose, token))
						.findFirst();
	}

	private Stream<Reference> signed(String purpose, MatchResult token) {
		var number = Long.parseLong(token.group(1));
		var tag = token.group(2);
		return isSame(token.group(3), signature(purpose, number, tag))
				? Stream.of(new Reference(number, tag))
				: Stream.empty();
	}

	private static boolean isSame(String said, String signed) {
		return MessageDigest.isEqual(said.getBytes(StandardCharsets.US_ASCII),
				signed.getBytes(StandardCharsets.US_ASCII));
	}

	/** Another in each ticket, so that it tells nobody who else writes there. */
	private String tag(long ticket, String recipient) {
		return digits(mac("recipient:%d:%s".formatted(ticket, AddressForm.of(recipient))), TAG_BYTES);
	}

	private String signature(String purpose, long number, String... content) {
		return digits(mac("%s:%d:%s".formatted(purpose, number, String.join(":", content))), SIGNATURE_BYTES);
	}

	private byte[] mac(String content) {
		try {
			var mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			return mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
		} catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This JVM has no " + ALGORITHM, ex);
		}
	}

	/** The bit before the first keeps leading zeros. */
	private static String digits(byte[] mac, int bytes) {
		return new BigInteger(1, Arrays.copyOf(mac, bytes)).setBit(bytes * Byte.SIZE).toString(32).substring(1);
	}

	/** What we wrote into a mail: which ticket it is about, and whom it was for. */
	public final class Reference {

		private final long ticket;

		private final String tag;

		private Reference(long ticket, String tag) {
			this.ticket = ticket;
			this.tag = tag;
		}

		public long ticket() {
			return this.ticket;
		}

		/** Whether it was written for this address alone: then nobody else was sent it by us. */
		public boolean isFor(String address) {
			return isSame(this.tag, SignedReferences.this.tag(this.ticket, address));
		}

		/** Whether it was in a mail to several, and proves of nobody who they are. */
		public boolean isForSeveral() {
			return isFor(SEVERAL);
		}

	}

}
