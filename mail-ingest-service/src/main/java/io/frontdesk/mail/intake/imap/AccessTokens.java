package io.frontdesk.mail.intake.imap;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

import io.frontdesk.mail.intake.IntakeSettings.Mailbox;
import io.frontdesk.mail.intake.IntakeSettings.Mailbox.OAuth;

/** Access tokens of mailboxes, each fetched anew shortly before it ends. */
@Component
class AccessTokens {

	private static final Duration SPARE = Duration.ofMinutes(1);

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final RestClientRefreshTokenTokenResponseClient refreshing = new RestClientRefreshTokenTokenResponseClient();

	private final RestClientClientCredentialsTokenResponseClient granting = new RestClientClientCredentialsTokenResponseClient();

	private final Map<String, OAuth2AccessTokenResponse> tokens = new ConcurrentHashMap<>();

	private final InstantSource clock;

	AccessTokens(InstantSource clock) {
		this.clock = clock;
		var http = http();
		this.refreshing.setRestClient(http);
		this.granting.setRestClient(http);
	}

	/** As the clients have it by default, but with an end to waiting. */
	private static RestClient http() {
		var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(PATIENCE).build());
		requests.setReadTimeout(PATIENCE);
		return RestClient.builder()
				.requestFactory(requests)
				.configureMessageConverters(converters -> converters.addCustomConverter(new FormHttpMessageConverter())
						.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
				.defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
				.build();
	}

	/** @throws org.springframework.security.oauth2.core.OAuth2AuthorizationException if no token is given */
	String of(Mailbox mailbox, OAuth oauth) {
		return this.tokens.compute(mailbox.address(),
				(_, known) -> (known == null || endsSoon(known.getAccessToken())) ? fetch(mailbox, oauth) : known)
				.getAccessToken()
				.getTokenValue();
	}

	/** The server refused the token that there is, though its time is not over. */
	void refused(Mailbox mailbox) {
		this.tokens.remove(mailbox.address());
	}

	private boolean endsSoon(OAuth2AccessToken token) {
		var end = token.getExpiresAt();
		return end != null && end.minus(SPARE).isBefore(this.clock.instant());
	}

	private OAuth2AccessTokenResponse fetch(Mailbox mailbox, OAuth oauth) {
		if (oauth.refreshToken() == null) {
			return this.granting.getTokenResponse(new OAuth2ClientCredentialsGrantRequest(
					client(mailbox, oauth, AuthorizationGrantType.CLIENT_CREDENTIALS)));
		}
		var ended = new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "none",
				this.clock.instant().minus(SPARE), this.clock.instant());
		return this.refreshing.getTokenResponse(
				new OAuth2RefreshTokenGrantRequest(client(mailbox, oauth, AuthorizationGrantType.REFRESH_TOKEN), ended,
						new OAuth2RefreshToken(oauth.refreshToken(), null), Set.copyOf(oauth.scopes())));
	}

	private static ClientRegistration client(Mailbox mailbox, OAuth oauth, AuthorizationGrantType grant) {
		return ClientRegistration.withRegistrationId(mailbox.address())
				.tokenUri(oauth.tokenUri().toString())
				.clientId(oauth.clientId())
				.clientSecret(oauth.clientSecret())
				.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
				.authorizationGrantType(grant)
				.scope(oauth.scopes())
				.build();
	}

}
