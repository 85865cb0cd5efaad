package io.frontdesk.gateway.login;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/** {@code GET /auth/login?continue=/path} leads to Keycloak, unless that is away: then {@link LoginPages} says so. */
@Component
class LoginEntry implements OAuth2AuthorizationRequestResolver {

	static final String PATH = "/auth/login";

	private final OAuth2AuthorizationRequestResolver requests;

	private final Keycloak keycloak;

	LoginEntry(ClientRegistrationRepository clients, Keycloak keycloak) {
		this.requests = new DefaultOAuth2AuthorizationRequestResolver(clients);
		this.keycloak = keycloak;
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
		var entered = request.getMethod().equals("GET") && request.getRequestURI().equals(PATH);
		return (entered && this.keycloak.answers()) ? resolve(request, KeycloakConfiguration.REGISTRATION) : null;
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String registration) {
		var resolved = this.requests.resolve(request, registration);
		if (resolved == null) {
			return null;
		}
		var path = ReturnPath.of(request.getParameter("continue"));
		return OAuth2AuthorizationRequest.from(resolved)
				.attributes(attributes -> attributes.put(PendingLogin.CONTINUE, path.value()))
				.build();
	}

}
