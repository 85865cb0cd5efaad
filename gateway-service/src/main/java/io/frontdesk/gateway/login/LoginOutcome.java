package io.frontdesk.gateway.login;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

import io.frontdesk.events.OneLine;
import io.frontdesk.gateway.GatewaySettings;

/** Where a browser goes from {@code /auth/callback}. */
@Component
public class LoginOutcome implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

	private static final Logger log = LoggerFactory.getLogger(LoginOutcome.class);

	private final GatewaySettings settings;

	private final LoginPages pages;

	LoginOutcome(GatewaySettings settings, LoginPages pages) {
		this.settings = settings;
		this.pages = pages;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException {
		response.sendRedirect(this.settings.origin() + PendingLogins.completed(request).value());
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException failure) throws IOException {
		var path = PendingLogins.completed(request);
		if (isLoggedIn(request)) {
			response.sendRedirect(this.settings.origin() + path.value());
		} else if (isFormTooOld(request)) {
			response.sendRedirect(this.settings.origin() + LoginPages.href(path));
		} else if (isKeycloakAway(failure)) {
			log.warn("A login failed because Keycloak did not answer: {}", reason(failure));
			this.pages.keycloakIsAway(response, path);
		} else {
			log.info("A login failed: {}", reason(failure));
			this.pages.loginFailed(response, path);
		}
	}

	/** It may be of the callback's query, which anybody writes: a line of the log is one line. */
	private static String reason(AuthenticationException failure) {
		return OneLine.of(String.valueOf(failure.getMessage()));
	}

	/** The browser's back button leads to a callback that has been used already. */
	private static boolean isLoggedIn(HttpServletRequest request) {
		var session = request.getSession(false);
		return session != null && session.getAttribute(SessionTokens.ATTRIBUTE) != null;
	}

	/** Keycloak's way to say that its login form lay open for too long: a new one is all that is needed. */
	private static boolean isFormTooOld(HttpServletRequest request) {
		return "authentication_expired".equals(request.getParameter("error_description"));
	}

	private static boolean isKeycloakAway(AuthenticationException failure) {
		return failure instanceof AuthenticationServiceException
				|| failure.getCause() instanceof OAuth2AuthorizationException refused
						&& refused.getCause() instanceof RestClientException;
	}

}
