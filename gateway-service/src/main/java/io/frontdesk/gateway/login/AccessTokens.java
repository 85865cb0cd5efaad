package io.frontdesk.gateway.login;

import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

import io.frontdesk.events.Person;
import io.frontdesk.identity.standing.Registrar;

/**
 * The access token of a session, renewed when it is about to run out. One request of a session renews, the others wait and
 * then find the new token in the database: Keycloak may take a refresh token only once. Another gateway may still be
 * first; then Keycloak's refusal is checked against what that one has stored.
 */
@Component
public class AccessTokens {

	private static final Logger log = LoggerFactory.getLogger(AccessTokens.class);

	private final Lock[] locks = Stream.generate(ReentrantLock::new).limit(64).toArray(Lock[]::new);

	private final SessionRepository<?> sessions;

	private final OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> keycloak;

	private final ClientRegistration client;

	private final Registrar registrar;

	private final InstantSource clock;

	AccessTokens(SessionRepository<?> sessions,
			OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> keycloak, ClientRegistration client,
			Registrar registrar, InstantSource clock) {
		this.sessions = sessions;
		this.keycloak = keycloak;
		this.client = client;
		this.registrar = registrar;
		this.clock = clock;
	}

	/** A session that has ended for Keycloak ends here too. */
	public AccessToken of(@Nullable HttpSession session, @Nullable Authentication owner) {
		var token = find(session, SessionOwner.of(owner).orElse(null));
		if (session != null && token instanceof AccessToken.SessionEnded) {
			session.invalidate();
		}
		return token;
	}

	private AccessToken find(@Nullable HttpSession session, @Nullable Person owner) {
		if (session == null || !(session.getAttribute(SessionTokens.ATTRIBUTE) instanceof SessionTokens tokens)) {
			return new AccessToken.SessionEnded();
		}
		return isFresh(tokens, owner) ? new AccessToken.Usable(tokens.access()) : renewed(session, owner);
	}

	private AccessToken renewed(HttpSession session, @Nullable Person owner) {
		var lock = this.locks[Math.floorMod(session.getId().hashCode(), this.locks.length)];
		lock.lock();
		try {
			return renew(this.sessions, session.getId(), owner);
		} finally {
			lock.unlock();
		}
	}

	private <S extends Session> AccessToken renew(SessionRepository<S> sessions, String id, @Nullable Person owner) {
		var stored = sessions.findById(id);
		var tokens = tokens(stored);
		if (stored == null || tokens == null) {
			return new AccessToken.SessionEnded();
		}
		if (isFresh(tokens, owner)) {
			return new AccessToken.Usable(tokens.access());
		}
		try {
			var renewed = refresh(tokens);
			stored.setAttribute(SessionTokens.ATTRIBUTE, renewed);
			sessions.save(stored);
			return new AccessToken.Usable(renewed.access());
		} catch (OAuth2AuthorizationException ex) {
			return refused(sessions, id, ex, tokens);
		}
	}

	private SessionTokens refresh(SessionTokens tokens) {
		var refresh = tokens.refreshToken();
		if (refresh == null) {
			throw new OAuth2AuthorizationException(
					new OAuth2Error(OAuth2ErrorCodes.INVALID_GRANT));
		}
		var answer = this.keycloak
				.getTokenResponse(new OAuth2RefreshTokenGrantRequest(this.client, tokens.accessToken(), refresh));
		return SessionTokens.of(answer.getAccessToken(), Objects.requireNonNullElse(answer.getRefreshToken(), refresh),
				this.clock.instant());
	}

	private <S extends Session> AccessToken refused(SessionRepository<S> sessions, String id,
			OAuth2AuthorizationException refusal, SessionTokens old) {
		var now = this.clock.instant();
		if (!OAuth2ErrorCodes.INVALID_GRANT.equals(refusal.getError().getErrorCode())) {
			log.warn("Keycloak did not renew a token: {}", refusal.getMessage());
			return old.isFresh(now) ? new AccessToken.Usable(old.access()) : new AccessToken.KeycloakAway();
		}
		var tokens = tokens(sessions.findById(id));
		return (tokens != null && tokens.issuedAt().isAfter(old.issuedAt()) && tokens.isFresh(now))
				? new AccessToken.Usable(tokens.access())
				: new AccessToken.SessionEnded();
	}

	private static @Nullable SessionTokens tokens(@Nullable Session session) {
		return (session != null) ? session.getAttribute(SessionTokens.ATTRIBUTE) : null;
	}

	/** One that may tell what is no longer so of its owner, as a role that they don't have any more, is renewed as well. */
	private boolean isFresh(SessionTokens tokens, @Nullable Person owner) {
		return tokens.isFresh(this.clock.instant())
				&& (owner == null || !this.registrar.hasChanged(owner, tokens.issuedAt()));
	}

}
