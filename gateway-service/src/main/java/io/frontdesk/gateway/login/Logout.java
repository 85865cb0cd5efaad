package io.frontdesk.gateway.login;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;

import io.frontdesk.gateway.GatewaySettings;

/** Our session goes at once, and the one at Keycloak by the back channel: no browser has to lead there and back. */
@Component
public class Logout implements LogoutHandler, LogoutSuccessHandler {

	private static final String AT_KEYCLOAK = Logout.class.getName();

	/** Not "cookies": that would take those of everything else that shares our host. */
	private static final String CLEARED = "\"cache\", \"storage\"";

	private final GatewaySettings settings;

	private final DueLogouts logouts;

	private final LoginPages pages;

	Logout(GatewaySettings settings, DueLogouts logouts, LoginPages pages) {
		this.settings = settings;
		this.logouts = logouts;
		this.pages = pages;
	}

	/** While our session is still there. */
	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) {
		var session = request.getSession(false);
		if (session != null) {
			SessionTokens.of(session)
					.map(SessionTokens::refresh)
					.ifPresent(token -> request.setAttribute(AT_KEYCLOAK, this.logouts.keep(token)));
		}
	}

	@Override
	public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) throws IOException {
		response.setHeader("Clear-Site-Data", CLEARED);
		if (request.getAttribute(AT_KEYCLOAK) instanceof DueLogout logout && !this.logouts.settle(logout)) {
			this.pages.loggedOutHereOnly(response);
		} else {
			response.sendRedirect(this.settings.origin() + "/auth/logged-out");
		}
	}

}
