package io.frontdesk.identity;

import java.time.Duration;
import java.time.Instant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Reads and verifies a token once, then knows it until it expires: a program sends the same one with each request. What
 * a token says holds until then anyhow.
 */
public final class KnownTokens implements JwtDecoder {

	private static final int MOST = 1_000;

	private final JwtDecoder decoder;

	private final Cache<String, Jwt> known = Caffeine.newBuilder()
			.maximumSize(MOST)
			.expireAfter(Expiry.<String, Jwt>creating((_, token) -> untilExpiry(token)))
			.build();

	public KnownTokens(JwtDecoder decoder) {
		this.decoder = decoder;
	}

	/** @throws org.springframework.security.oauth2.jwt.JwtException of the decoder, each time anew */
	@Override
	public Jwt decode(String token) {
		return this.known.get(token, this.decoder::decode);
	}

	private static Duration untilExpiry(Jwt token) {
		var expiry = token.getExpiresAt();
		return (expiry != null) ? Duration.between(Instant.now(), expiry) : Duration.ZERO;
	}

}
