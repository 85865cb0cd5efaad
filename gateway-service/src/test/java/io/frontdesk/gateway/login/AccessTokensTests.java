package io.frontdesk.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.session.MapSession;
import org.springframework.session.MapSessionRepository;

import io.frontdesk.events.UserChanged;
import io.frontdesk.identity.standing.Registrar;

class AccessTokensTests {

	private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

	private static final SessionTokens FRESH = new SessionTokens("fresh", NOW, NOW.plusSeconds(300), "refresh-2");

	private static final SessionTokens STALE = new SessionTokens("stale", NOW.minusSeconds(300), NOW.plusSeconds(5),
			"refresh-1");

	private final MapSessionRepository sessions = new MapSessionRepository(new ConcurrentHashMap<>());

	private final AtomicInteger asked = new AtomicInteger();

	private final Registrar registrar = new Registrar(() -> NOW);

	private String id;

	@BeforeEach
	void session() {
		var session = new MapSession();
		session.setAttribute(SessionTokens.ATTRIBUTE, STALE);
		this.sessions.save(session);
		this.id = session.getId();
	}

	@Test
	void freshTokenIsUsedAsItIs() {
		assertThat(tokens(_ -> refused("unexpected")).of(asLoaded(FRESH), null))
				.isEqualTo(new AccessToken.Usable("fresh"));
		assertThat(this.asked).hasValue(0);
	}

	@Test
	void requestsOfOneSessionRenewOnce() throws Exception {
		var tokens = tokens(_ -> renewed());
		Callable<AccessToken> request = () -> tokens.of(asLoaded(STALE), null);
		try (var requests = Executors.newVirtualThreadPerTaskExecutor()) {
			var answers = requests.invokeAll(Stream.generate(() -> request).limit(20).toList());
			assertThat(answers).extracting(Future::get).containsOnly(new AccessToken.Usable("renewed"));
		}
		assertThat(this.asked).hasValue(1);
	}

	@Test
	void renewedTokenIsKeptForTheNextRequest() {
		tokens(_ -> renewed()).of(asLoaded(STALE), null);
		assertThat(stored()).isEqualTo(new SessionTokens("renewed", NOW, NOW.plusSeconds(300), "refresh-2"));
	}

	@Test
	void sessionEndsWhenKeycloakHasEndedIt() {
		var session = asLoaded(STALE);
		assertThat(tokens(_ -> refused("invalid_grant")).of(session, null)).isEqualTo(new AccessToken.SessionEnded());
		assertThat(session.isInvalid()).isTrue();
	}

	@Test
	void sessionOutlivesKeycloaksAbsence() {
		var session = asLoaded(STALE);
		assertThat(tokens(_ -> refused("invalid_token_response")).of(session, null))
				.isEqualTo(new AccessToken.KeycloakAway());
		assertThat(session.isInvalid()).isFalse();
	}

	@Test
	void refusalIsForgottenWhenAnotherGatewayHasRenewed() {
		var tokens = tokens(_ -> {
			store(FRESH);
			return refused("invalid_grant");
		});
		assertThat(tokens.of(asLoaded(STALE), null)).isEqualTo(new AccessToken.Usable("fresh"));
	}

	@Test
	void requestUnderWayWhileItsOwnerLogsOutGetsNoToken() {
		this.sessions.deleteById(this.id);
		assertThat(tokens(_ -> renewed()).of(asLoaded(STALE), null)).isEqualTo(new AccessToken.SessionEnded());
	}

	@Test
	void tokenFromBeforeItsOwnersRightsChangedIsRenewed() {
		store(FRESH);
		assertThat(tokens(_ -> renewed()).of(asLoaded(FRESH), alice())).isEqualTo(new AccessToken.Usable("fresh"));
		change(alice());
		assertThat(tokens(_ -> renewed()).of(asLoaded(FRESH), alice())).isEqualTo(new AccessToken.Usable("renewed"));
	}

	@Test
	void sessionOfWhoseRightsChangedEndsWhenKeycloakHasEndedIt() {
		store(FRESH);
		change(alice());
		assertThat(tokens(_ -> refused("invalid_grant")).of(asLoaded(FRESH), alice()))
				.isEqualTo(new AccessToken.SessionEnded());
	}

	@Test
	void tokenThatCanNotBeRenewedForNowIsUsedWhileItLasts() {
		store(FRESH);
		change(alice());
		assertThat(tokens(_ -> refused("invalid_token_response")).of(asLoaded(FRESH), alice()))
				.isEqualTo(new AccessToken.Usable("fresh"));
	}

	private void change(Authentication owner) {
		var person = SessionOwner.of(owner).orElseThrow();
		this.registrar.hear(new UserChanged(person.id(), person.email(), "Alice", "Lund", null, true, true, 1), NOW);
	}

	private static Authentication alice() {
		var token = new OidcIdToken("id", NOW, NOW.plusSeconds(300),
				Map.of("sub", "1", "email", "alice@frontdesk.test", "email_verified", true));
		return new TestingAuthenticationToken(new DefaultOidcUser(List.of(), token), "");
	}

	@Test
	void nobodyHasNoToken() {
		assertThat(tokens(_ -> renewed()).of(null, null)).isEqualTo(new AccessToken.SessionEnded());
	}

	private AccessTokens tokens(OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> keycloak) {
		var client = ClientRegistration.withRegistrationId("frontdesk")
				.clientId("frontdesk-web")
				.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
				.redirectUri("http://localhost/auth/callback")
				.authorizationUri("http://localhost/auth")
				.tokenUri("http://localhost/token")
				.build();
		return new AccessTokens(this.sessions, request -> {
			this.asked.incrementAndGet();
			return keycloak.getTokenResponse(request);
		}, client, this.registrar, () -> NOW);
	}

	/** As a request holds it: loaded before another request changed it. */
	private MockHttpSession asLoaded(SessionTokens tokens) {
		var session = new MockHttpSession(null, this.id);
		session.setAttribute(SessionTokens.ATTRIBUTE, tokens);
		return session;
	}

	private void store(SessionTokens tokens) {
		var session = this.sessions.findById(this.id);
		session.setAttribute(SessionTokens.ATTRIBUTE, tokens);
		this.sessions.save(session);
	}

	private SessionTokens stored() {
		return this.sessions.findById(this.id).getAttribute(SessionTokens.ATTRIBUTE);
	}

	private static OAuth2AccessTokenResponse renewed() {
		return OAuth2AccessTokenResponse.withToken("renewed")
				.tokenType(OAuth2AccessToken.TokenType.BEARER)
				.expiresIn(300)
				.refreshToken("refresh-2")
				.build();
	}

	private static OAuth2AccessTokenResponse refused(String code) {
		throw new OAuth2AuthorizationException(new OAuth2Error(code));
	}

}
