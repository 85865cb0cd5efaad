package io.frontdesk.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;

class KnownTokensTests {

	private final List<String> decoded = new ArrayList<>();

	@Test
	void isDecodedOnceWhileItIsGood() {
		var tokens = new KnownTokens(token -> token(token, Instant.now().plus(Duration.ofMinutes(5))));
		assertThat(tokens.decode("a")).isSameAs(tokens.decode("a"));
		tokens.decode("b");
		assertThat(this.decoded).containsExactly("a", "b");
	}

	@Test
	void isDecodedAnewOnceItHasExpired() {
		var tokens = new KnownTokens(token -> token(token, Instant.now().minusSeconds(1)));
		tokens.decode("a");
		tokens.decode("a");
		assertThat(this.decoded).containsExactly("a", "a");
	}

	@Test
	void refusedTokenIsNotKept() {
		var tokens = new KnownTokens(token -> {
			this.decoded.add(token);
			throw new BadJwtException("forged");
		});
		for (var i = 0; i < 2; i++) {
			assertThatExceptionOfType(BadJwtException.class).isThrownBy(() -> tokens.decode("a"));
		}
		assertThat(this.decoded).containsExactly("a", "a");
	}

	private Jwt token(String token, Instant expiry) {
		this.decoded.add(token);
		return Jwt.withTokenValue(token)
				.header("alg", "RS256")
				.issuedAt(expiry.minus(Duration.ofMinutes(5)))
				.expiresAt(expiry)
				.build();
	}

}
