package io.frontdesk.gateway.login;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

/** Keycloak's tokens of one session, which never leave the gateway but for the calls to our own services. */
record SessionTokens(String access, Instant issuedAt, Instant expiresAt,
		@Nullable String refresh) implements Serializable {

	static final String ATTRIBUTE = "frontdesk.tokens";

	/** A token that runs out on its way to a service would be refused there. */
	private static final Duration MARGIN = Duration.ofSeconds(15);

	static Optional<SessionTokens> of(HttpSession session) {
		return Optional.ofNullable(session.getAttribute(ATTRIBUTE)).map(SessionTokens.class::cast);
	}

	static SessionTokens of(OAuth2AccessToken access, @Nullable OAuth2RefreshToken refresh, Instant now) {
		return new SessionTokens(access.getTokenValue(), now, now.plus(lifetime(access)),
				(refresh != null) ? refresh.getTokenValue() : null);
	}

	/** By our clock, whatever Keycloak's says. */
	private static Duration lifetime(OAuth2AccessToken token) {
		var issued = token.getIssuedAt();
		var expires = token.getExpiresAt();
		return (issued != null && expires != null) ? Duration.between(issued, expires) : Duration.ofSeconds(1);
	}

	boolean isFresh(Instant now) {
		return now.isBefore(this.expiresAt.minus(MARGIN));
	}

	OAuth2AccessToken accessToken() {
		return new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, this.access, this.issuedAt, this.expiresAt);
	}

	@Nullable
	OAuth2RefreshToken refreshToken() {
		return (this.refresh != null) ? new OAuth2RefreshToken(this.refresh, this.issuedAt) : null;
	}

	@Override
	public String toString() {
		return "SessionTokens[until " + this.expiresAt + "]";
	}

}
