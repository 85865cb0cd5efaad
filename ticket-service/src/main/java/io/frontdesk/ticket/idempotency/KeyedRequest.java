package io.frontdesk.ticket.idempotency;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.util.DigestUtils;

/**
 * A request that has a key of its caller's, so that it can be sent again.
 *
 * @param fingerprint of the whole request, so that a key used for another one is noticed
 */
public record KeyedRequest(UUID caller, String key, String fingerprint) {

	public static final String HEADER = "Idempotency-Key";

	/** What a key is made of. */
	public static final String FORM = "[\\x21-\\x7E]{1,255}";

	/**
	 * @param key null if the caller sent none; then there is nothing to be known by
	 * @param said all that the request says, of which the text differs where it does
	 */
	public static @Nullable KeyedRequest of(UUID caller, @Nullable String key, Object said) {
		return (key == null)
				? null
				: new KeyedRequest(caller, key,
						DigestUtils.md5DigestAsHex(said.toString().getBytes(StandardCharsets.UTF_8)));
	}

}
