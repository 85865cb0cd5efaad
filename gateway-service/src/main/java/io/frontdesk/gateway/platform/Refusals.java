package io.frontdesk.gateway.platform;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

import io.frontdesk.gateway.limits.RequestLimits;
import io.frontdesk.gateway.pages.Navigation;
import io.frontdesk.gateway.problem.GatewayProblem;
import io.frontdesk.gateway.problem.Problems;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A person who opens a page is led to the login; everything else gets a problem, for a script can't follow to Keycloak. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

	private static final Logger log = LoggerFactory.getLogger(Refusals.class);

	private final Problems problems;

	private final RequestLimits limits;

	Refusals(Problems problems, RequestLimits limits) {
		this.problems = problems;
		this.limits = limits;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException {
		switch (ex) {
			case AuthenticationServiceException away -> {
				log.warn("A token could not be checked: {}", away.getMessage());
				this.problems.write(request, response, GatewayProblem.LOGIN_UNAVAILABLE);
			}
			case OAuth2AuthenticationException _ -> refuseToken(request, response);
			default -> logIn(request, response);
		}
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException ex)
			throws IOException {
		if (!(ex instanceof CsrfException)) {
			this.problems.write(request, response, GatewayProblem.FORBIDDEN);
		} else if (SecurityContextHolder.getContext().getAuthentication() != null) {
			this.problems.write(request, response, GatewayProblem.CSRF);
		} else {
			// A session that has ended takes its CSRF token along: what is missing is the login.
			logIn(request, response);
		}
	}

	void crossSite(HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.problems.write(request, response, GatewayProblem.CROSS_SITE);
	}

	/** Guessing tokens is asking without one. */
	private void refuseToken(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (this.limits.allow(request, response)) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
			this.problems.write(request, response, GatewayProblem.INVALID_TOKEN);
		}
	}

	private void logIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (request.getMethod().equals("GET") && Navigation.wantsPage(request)) {
			response.sendRedirect("/auth/login?continue=" + UriUtils.encode(asked(request), UTF_8));
		} else {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
			this.problems.write(request, response, GatewayProblem.UNAUTHENTICATED);
		}
	}

	private static String asked(HttpServletRequest request) {
		var query = request.getQueryString();
		return (query != null) ? request.getRequestURI() + "?" + query : request.getRequestURI();
	}

}
