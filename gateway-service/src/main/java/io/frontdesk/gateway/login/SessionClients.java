package io.frontdesk.gateway.login;

import java.time.InstantSource;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.stereotype.Component;

/** Puts what a login brought into the session. Spring's own would write the client's secret into each of them as well. */
@Component
class SessionClients implements OAuth2AuthorizedClientRepository {

	private final ClientRegistration client;

	private final InstantSource clock;

	SessionClients(ClientRegistration client, InstantSource clock) {
		this.client = client;
		this.clock = clock;
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(String registration,
			Authentication principal, HttpServletRequest request) {
		var session = request.getSession(false);
		return (session != null && session.getAttribute(SessionTokens.ATTRIBUTE) instanceof SessionTokens tokens)
				? (T) new OAuth2AuthorizedClient(this.client, principal.getName(), tokens.accessToken(),
						tokens.refreshToken())
				: null;
	}

	@Override
	public void saveAuthorizedClient(OAuth2AuthorizedClient authorized, Authentication principal,
			HttpServletRequest request, HttpServletResponse response) {
		request.getSession()
				.setAttribute(SessionTokens.ATTRIBUTE, SessionTokens.of(authorized.getAccessToken(),
						authorized.getRefreshToken(), this.clock.instant()));
	}

	@Override
	public void removeAuthorizedClient(String registration, Authentication principal, HttpServletRequest request,
			HttpServletResponse response) {
		var session = request.getSession(false);
		if (session != null) {
			session.removeAttribute(SessionTokens.ATTRIBUTE);
		}
	}

}
