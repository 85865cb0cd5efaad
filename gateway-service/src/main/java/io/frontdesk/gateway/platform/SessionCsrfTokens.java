package io.frontdesk.gateway.platform;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

import io.frontdesk.gateway.GatewaySettings;

/**
 * The token is in the session. The cookie only tells it to our scripts: one that somebody planted proves nothing, and the
 * next answer sets it right. Who has no session has no token either, and gets no session by asking.
 */
@Component
class SessionCsrfTokens extends CsrfTokenRequestAttributeHandler
		implements
			CsrfTokenRepository,
			SessionAuthenticationStrategy {

	private static final String ATTRIBUTE = "frontdesk.csrf";

	private static final String HEADER = "X-XSRF-TOKEN";

	private static final String FIELD = "_csrf";

	private static final String COOKIE = "XSRF-TOKEN";

	private static final int BYTES = 32;

	private static final Duration UNTIL_THE_BROWSER_CLOSES = Duration.ofSeconds(-1);

	private final GatewaySettings settings;

	private final SecureRandom random = new SecureRandom();

	SessionCsrfTokens(GatewaySettings settings) {
		this.settings = settings;
	}

	@Override
	public CsrfToken generateToken(HttpServletRequest request) {
		var bytes = new byte[BYTES];
		this.random.nextBytes(bytes);
		return token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
	}

	@Override
	public @Nullable CsrfToken loadToken(HttpServletRequest request) {
		var session = request.getSession(false);
		return (session != null && session.getAttribute(ATTRIBUTE) instanceof String value) ? token(value) : null;
	}

	@Override
	public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
		var session = request.getSession(false);
		if (session != null) {
			session.setAttribute(ATTRIBUTE, (token != null) ? token.getToken() : null);
		}
		if (token == null) {
			set(request, response, "", Duration.ZERO);
		}
	}

	/** At a login, whatever was before. */
	@Override
	public void onAuthentication(Authentication authentication, HttpServletRequest request,
			HttpServletResponse response) {
		var token = generateToken(request);
		saveToken(token, request, response);
		set(request, response, token.getToken(), UNTIL_THE_BROWSER_CLOSES);
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
		super.handle(request, response, token);
		if (request.getSession(false) != null) {
			tell(request, response, token.get().getToken());
		}
	}

	private void tell(HttpServletRequest request, HttpServletResponse response, String token) {
		var known = WebUtils.getCookie(request, this.settings.cookieName(request, COOKIE));
		if (known == null || !known.getValue().equals(token)) {
			set(request, response, token, UNTIL_THE_BROWSER_CLOSES);
		}
	}

	private void set(HttpServletRequest request, HttpServletResponse response, String token, Duration age) {
		var cookie = ResponseCookie.from(this.settings.cookieName(request, COOKIE), token)
				.secure(this.settings.isHttps(request))
				.sameSite("Lax")
				.path("/")
				.maxAge(age)
				.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

	private static CsrfToken token(String value) {
		return new DefaultCsrfToken(HEADER, FIELD, value);
	}

}
