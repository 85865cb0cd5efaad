package io.frontdesk.gateway.routes;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import io.frontdesk.gateway.login.AccessToken;
import io.frontdesk.gateway.login.AccessTokens;
import io.frontdesk.gateway.problem.GatewayProblem;
import io.frontdesk.gateway.problem.Problems;

/** A service is shown the token that a program sent, or else the one of the session, whatever a browser sent. */
@Component
class TokenRelay implements HandlerFilterFunction<ServerResponse, ServerResponse> {

	/** Attribute of a request, for {@link RequestHeaders}. */
	static final String TOKEN = TokenRelay.class.getName();

	private final AccessTokens tokens;

	private final Problems problems;

	TokenRelay(AccessTokens tokens, Problems problems) {
		this.tokens = tokens;
		this.problems = problems;
	}

	/** What this filter found for the request. */
	static String token(ServerRequest request) {
		return String.valueOf(request.servletRequest().getAttribute(TOKEN));
	}

	@Override
	public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
		return switch (find(request)) {
			case AccessToken.Usable(var token) -> {
				request.servletRequest().setAttribute(TOKEN, token);
				yield next.handle(request);
			}
			case AccessToken.SessionEnded() -> this.problems.answer(GatewayProblem.SESSION_ENDED);
			case AccessToken.KeycloakAway() -> this.problems.answer(GatewayProblem.LOGIN_UNAVAILABLE);
		};
	}

	private AccessToken find(ServerRequest request) {
		var caller = SecurityContextHolder.getContext().getAuthentication();
		return (caller instanceof JwtAuthenticationToken program)
				? new AccessToken.Usable(program.getToken().getTokenValue())
				: this.tokens.of(request.servletRequest().getSession(false), caller);
	}

}
