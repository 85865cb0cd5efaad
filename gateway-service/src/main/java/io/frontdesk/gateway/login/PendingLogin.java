package io.frontdesk.gateway.login;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.endpoint.PkceParameterNames;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;

/** What must be known again when the browser comes back from Keycloak. */
record PendingLogin(String state, String nonce, String verifier, ReturnPath path) {

	static final String CONTINUE = "continue";

	static PendingLogin of(OAuth2AuthorizationRequest request) {
		return new PendingLogin(known(request.getState()), attribute(request, OidcParameterNames.NONCE),
				attribute(request, PkceParameterNames.CODE_VERIFIER), ReturnPath.of(request.getAttribute(CONTINUE)));
	}

	static Optional<PendingLogin> read(String text) {
		try {
			var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(" ", 4);
			return (parts.length == 4)
					? Optional.of(new PendingLogin(parts[0], parts[1], parts[2], ReturnPath.of(parts[3])))
					: Optional.empty();
		} catch (IllegalArgumentException _) {
			return Optional.empty();
		}
	}

	String write() {
		var text = String.join(" ", this.state, this.nonce, this.verifier, this.path.value());
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
	}

	OAuth2AuthorizationRequest request(ClientRegistration client) {
		return OAuth2AuthorizationRequest.authorizationCode()
				.authorizationUri(known(client.getProviderDetails().getAuthorizationUri()))
				.clientId(client.getClientId())
				.redirectUri(client.getRedirectUri())
				.scopes(client.getScopes())
				.state(this.state)
				.attributes(attributes -> {
					attributes.put(OAuth2ParameterNames.REGISTRATION_ID, client.getRegistrationId());
					attributes.put(OidcParameterNames.NONCE, this.nonce);
					attributes.put(PkceParameterNames.CODE_VERIFIER, this.verifier);
				})
				.build();
	}

	private static String attribute(OAuth2AuthorizationRequest request, String name) {
		return known(request.getAttribute(name));
	}

	private static String known(@Nullable String value) {
		return Objects.requireNonNull(value, "Spring did not set all of a login request");
	}

}
