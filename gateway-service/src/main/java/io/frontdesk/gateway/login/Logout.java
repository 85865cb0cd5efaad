package io.frontdesk.gateway.login;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;

import io.frontdesk.gateway.GatewaySettings;

/** After our session is gone, the one at Keycloak goes as well. */
@Component
public class Logout implements LogoutSuccessHandler {

	/** Not "cookies": that would take Keycloak's too where it shares our host, and it could not end its session. */
	private static final String CLEARED = "\"cache\", \"storage\"";

	private final OidcClientInitiatedLogoutSuccessHandler atKeycloak;

	private final Keycloak keycloak;

	private final LoginPages pages;

	Logout(ClientRegistrationRepository clients, GatewaySettings settings, Keycloak keycloak, LoginPages pages) {
		this.atKeycloak = new OidcClientInitiatedLogoutSuccessHandler(clients);
		this.atKeycloak.setPostLogoutRedirectUri(settings.origin() + "/auth/logged-out");
		this.atKeycloak.setDefaultTargetUrl("/auth/logged-out");
		this.keycloak = keycloak;
		this.pages = pages;
	}

	@Override
	public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) throws IOException, ServletException {
		response.setHeader("Clear-Site-Data", CLEARED);
		if (this.keycloak.answers()) {
			this.atKeycloak.onLogoutSuccess(request, response, authentication);
		} else {
			this.pages.loggedOutHereOnly(response);
		}
	}

}
