package io.frontdesk.gateway.login;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

import io.frontdesk.gateway.GatewaySettings;
import io.frontdesk.gateway.IdentitySettings;
import io.frontdesk.identity.KnownTokens;

/** The gateway as a client of Keycloak. Nothing here asks Keycloak before somebody logs in. */
@Configuration
@EnableScheduling
class KeycloakConfiguration {

	static final String REGISTRATION = "frontdesk";

	/** As Keycloak knows us. */
	static final String CLIENT = "frontdesk-web";

	private static final HttpClientSettings PATIENCE = HttpClientSettings.defaults()
			.withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(10));

	@Bean
	ClientRegistration keycloakClient(GatewaySettings gateway, IdentitySettings identity) {
		return ClientRegistration.withRegistrationId(REGISTRATION)
				.clientId(CLIENT)
				.clientSecret(gateway.clientSecret())
				.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
				.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
				.clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
				.redirectUri(gateway.origin() + "/auth/callback")
				.scope(OidcScopes.OPENID)
				.issuerUri(identity.issuer())
				.authorizationUri(identity.authorizationEndpoint())
				.tokenUri(identity.tokenEndpoint())
				.jwkSetUri(identity.keys())
				.userNameAttributeName("sub")
				.build();
	}

	@Bean
	ClientRegistrationRepository keycloakClients(ClientRegistration client) {
		return new InMemoryClientRegistrationRepository(client);
	}

	@Bean
	Keycloak keycloak(IdentitySettings identity, ClientRegistration client) {
		var http = RestClient.builder()
				.requestFactory(ClientHttpRequestFactoryBuilder.httpComponents().build(PATIENCE));
		return new Keycloak(identity, client, http.build());
	}

	@Bean
	OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange() {
		var client = new RestClientAuthorizationCodeTokenResponseClient();
		client.setRestClient(tokenEndpoint());
		return client;
	}

	@Bean
	OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> tokenRefresh() {
		var client = new RestClientRefreshTokenTokenResponseClient();
		client.setRestClient(tokenEndpoint());
		return client;
	}

	/** For the tokens that programs send. */
	@Bean
	JwtDecoder programTokens(IdentitySettings identity) {
		var decoder = decoder(identity);
		var forUs = new JwtClaimValidator<Collection<String>>(JwtClaimNames.AUD,
				audience -> audience != null && audience.contains(identity.audience()));
		decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
				List.of(JwtValidators.createDefaultWithIssuer(identity.issuer()), forUs)));
		return new KnownTokens(decoder);
	}

	@Bean
	JwtDecoderFactory<ClientRegistration> loginTokens(ClientRegistration client, IdentitySettings identity) {
		var decoder = decoder(identity);
		decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(List.of(new OidcIdTokenValidator(client))));
		return _ -> decoder;
	}

	private static NimbusJwtDecoder decoder(IdentitySettings identity) {
		var http = new RestTemplate(ClientHttpRequestFactoryBuilder.httpComponents().build(PATIENCE));
		return NimbusJwtDecoder.withJwkSetUri(identity.keys()).restOperations(http).build();
	}

	private static RestClient tokenEndpoint() {
		return RestClient.builder()
				.requestFactory(ClientHttpRequestFactoryBuilder.httpComponents().build(PATIENCE))
				.configureMessageConverters(converters -> converters
						.addCustomConverter(new FormHttpMessageConverter())
						.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
				.defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
				.build();
	}

}
