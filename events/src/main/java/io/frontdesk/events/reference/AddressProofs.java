package io.frontdesk.events.reference;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What only the owner of an address gets, in a mail to it. It is signed where the mail is sent and checked where the wish
 * is kept, so that no event and no table has it.
 */
public final class AddressProofs {

	private static final String ALGORITHM = "HmacSHA256";

	private static final Pattern TOKEN = Pattern
			.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.[0-9a-f]{64}");

	private final SecretKeySpec key;

	/** @param key hex, at least 16 bytes; the same for all services */
	public AddressProofs(String key) {
		this.key = new SecretKeySpec(HexFormat.of().parseHex(key), ALGORITHM);
	}

	/** Proves that the mail to an address about a wish was read by its owner. */
	public String token(UUID wish, String address) {
		return wish + "." + sign(wish, address);
	}

	/** The wish that a token claims to prove; nothing if it can be none of ours. */
	public static Optional<UUID> wishOf(String token) {
		var matcher = TOKEN.matcher(token);
		return matcher.matches() ? Optional.of(UUID.fromString(matcher.group(1))) : Optional.empty();
	}

	public boolean isProof(String token, UUID wish, String address) {
		return MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8),
				token(wish, address).getBytes(StandardCharsets.UTF_8));
	}

	private String sign(UUID wish, String address) {
		try {
			var mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			return HexFormat.of()
					.formatHex(mac
							.doFinal("address-proof:%s:%s".formatted(wish, address).getBytes(StandardCharsets.UTF_8)));
		} catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This JVM has no " + ALGORITHM, ex);
		}
	}

}
