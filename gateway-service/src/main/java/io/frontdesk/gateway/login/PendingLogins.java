package io.frontdesk.gateway.login;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Component;

import io.frontdesk.gateway.GatewaySettings;

/**
 * One cookie for each login under way. A session would not do: a browser that restores five tabs starts five logins at
 * once, each without a session yet, and four of them would be forgotten.
 */
@Component
class PendingLogins implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

	private static final Duration KEPT = Duration.ofMinutes(30);

	/** More would not fit into the headers of a request. */
	private static final int AT_MOST = 10;

	private static final int MARK_LENGTH = 12;

	private static final String PREFIX = "frontdesk-login-";

	private final GatewaySettings settings;

	private final ClientRegistration client;

	PendingLogins(GatewaySettings settings, ClientRegistration client) {
		this.settings = settings;
		this.client = client;
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
		return find(request).map(login -> login.request(this.client)).orElse(null);
	}

	@Override
	public void saveAuthorizationRequest(@Nullable OAuth2AuthorizationRequest login, HttpServletRequest request,
			HttpServletResponse response) {
		if (login == null) {
			return;
		}
		var abandoned = cookies(request);
		if (abandoned.size() >= AT_MOST) {
			abandoned.forEach(cookie -> set(request, response, cookie.getName(), "", Duration.ZERO));
		}
		var pending = PendingLogin.of(login);
		set(request, response, name(request, pending.state()), pending.write(), KEPT);
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request,
			HttpServletResponse response) {
		return find(request).map(login -> {
			set(request, response, name(request, login.state()), "", Duration.ZERO);
			request.setAttribute(PendingLogin.CONTINUE, login.path());
			return login.request(this.client);
		}).orElse(null);
	}

	/** The path of the login that this request completed. */
	static ReturnPath completed(HttpServletRequest request) {
		return (request.getAttribute(PendingLogin.CONTINUE) instanceof ReturnPath path) ? path : ReturnPath.of(null);
	}

	private Optional<PendingLogin> find(HttpServletRequest request) {
		var state = request.getParameter(OAuth2ParameterNames.STATE);
		if (state == null) {
			return Optional.empty();
		}
		return cookies(request).stream()
				.filter(cookie -> cookie.getName().equals(name(request, state)))
				.flatMap(cookie -> PendingLogin.read(cookie.getValue()).stream())
				.filter(login -> login.state().equals(state))
				.findFirst();
	}

	private List<Cookie> cookies(HttpServletRequest request) {
		var all = Objects.requireNonNullElse(request.getCookies(), new Cookie[0]);
		var prefix = this.settings.cookieName(request, PREFIX);
		return Arrays.stream(all).filter(cookie -> cookie.getName().startsWith(prefix)).toList();
	}

	private String name(HttpServletRequest request, String state) {
		return this.settings.cookieName(request, PREFIX) + state.substring(0, Math.min(MARK_LENGTH, state.length()));
	}

	private void set(HttpServletRequest request, HttpServletResponse response, String name, String value,
			Duration age) {
		var cookie = ResponseCookie.from(name, value)
				.httpOnly(true)
				.secure(this.settings.isHttps(request))
				.sameSite("Lax")
				.path("/")
				.maxAge(age)
				.build();
		response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
	}

}
