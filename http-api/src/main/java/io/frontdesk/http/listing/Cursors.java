package io.frontdesk.http.listing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * The cursors of lists: where a page ended, sealed by AES-GCM for one caller and one list. Nobody reads from it what a
 * list is sorted by, makes one, or takes another's.
 */
public final class Cursors {

	private static final int IV_BYTES = 16;

	private static final int BOUND_BYTES = 16;

	/** The place has one byte at least, and the seal 16. */
	private static final int LEAST_BYTES = IV_BYTES + BOUND_BYTES + 17;

	private static final Pattern ANY = Pattern.compile(".*");

	private final AesBytesEncryptor cipher;

	/** @param key hex, the same for all instances of all services */
	public Cursors(String key) {
		this.cipher = new AesBytesEncryptor(derived(key), KeyGenerators.secureRandom(IV_BYTES), CipherAlgorithm.GCM);
	}

	/** One key for each purpose, whatever else the secret is for. */
	private static SecretKey derived(String key) {
		try {
			var use = HKDFParameterSpec.ofExtract()
					.addIKM(HexFormat.of().parseHex(key))
					.thenExpand("frontdesk cursors".getBytes(StandardCharsets.US_ASCII), 32);
			return KDF.getInstance("HKDF-SHA256").deriveKey("AES", use);
		} catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This JVM has no HKDF-SHA256", ex);
		}
	}

	/** For the caller of this request. */
	public String give(String list, String place) {
		return give(caller(), list, place);
	}

	/**
	 * @param caller the subject of their token
	 * @param list which list of which things, and all that narrows and sorts it: a cursor of another one is none
	 */
	public String give(String caller, String list, String place) {
		var text = place.getBytes(StandardCharsets.UTF_8);
		return text(this.cipher.encrypt(
				ByteBuffer.allocate(BOUND_BYTES + text.length).put(bound(caller, list)).put(text).array()));
	}

	/**
	 * Null for none: the first page.
	 *
	 * @param place makes one of what has the format; with an IllegalArgumentException it is none after all
	 */
	public <T> @Nullable T take(String list, @Nullable String cursor, Pattern format, Function<String, T> place) {
		if (cursor == null || cursor.isEmpty()) {
			return null;
		}
		try {
			var plain = open(list, cursor);
			if (format.matcher(plain).matches()) {
				return place.apply(plain);
			}
		} catch (IllegalArgumentException | IllegalStateException _) {
			// no Base64, not sealed by us, or of a release that wrote cursors otherwise: the same problem
		}
		throw ListingProblem.BAD_CURSOR.exception();
	}

	/** Of a list whose last row says by its id where a page ended; null for none. */
	public @Nullable String giveId(String list, @Nullable UUID last) {
		return (last != null) ? give(list, last.toString()) : null;
	}

	/** What {@link #giveId} gave. */
	public @Nullable UUID takeId(String list, @Nullable String cursor) {
		return take(list, cursor, ANY, UUID::fromString);
	}

	/** Base64 has several texts for the same bytes, of which we gave one. */
	private String open(String list, String cursor) {
		var sealed = Base64.getUrlDecoder().decode(cursor);
		if (sealed.length < LEAST_BYTES || !text(sealed).equals(cursor)) {
			throw new IllegalArgumentException("no cursor");
		}
		var plain = this.cipher.decrypt(sealed);
		if (!MessageDigest.isEqual(Arrays.copyOf(plain, BOUND_BYTES), bound(caller(), list))) {
			throw new IllegalArgumentException("another list's, or another caller's");
		}
		return new String(plain, BOUND_BYTES, plain.length - BOUND_BYTES, StandardCharsets.UTF_8);
	}

	private static String text(byte[] sealed) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
	}

	/** What the cursor is good for. The length says where the caller ends, so that no list's name can run into it. */
	private static byte[] bound(String caller, String list) {
		try {
			var text = "%d %s%s".formatted(caller.length(), caller, list);
			return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)),
					BOUND_BYTES);
		} catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This JVM has no SHA-256", ex);
		}
	}

	private static String caller() {
		var authentication = SecurityContextHolder.getContext().getAuthentication();
		if (authentication != null && authentication.getCredentials() instanceof Jwt token
				&& token.getSubject() != null) {
			return token.getSubject();
		}
		throw new UnsupportedOperationException("Cursors are for callers with a token, and here is none");
	}

}
