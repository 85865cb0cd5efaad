package io.frontdesk.gateway.routes;

import java.net.URI;
import java.util.List;

import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

import io.frontdesk.gateway.GatewaySettings;

/**
 * Inwards: our session is nobody else's business, and where a request comes from is ours to say. Behind another proxy,
 * server.forward-headers-strategy=native makes the container believe that one.
 */
@Component
class RequestHeaders implements RequestHttpHeadersFilter, Ordered {

	private static final List<String> KEPT_HERE = List.of(HttpHeaders.COOKIE, HttpHeaders.AUTHORIZATION, "X-XSRF-TOKEN",
			"Forwarded", "X-Real-IP", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Port", "X-Forwarded-Prefix",
			"X-Forwarded-Proto", "X-Forwarded-Ssl");

	private final URI url;

	RequestHeaders(GatewaySettings settings) {
		this.url = settings.url();
	}

	@Override
	public HttpHeaders apply(HttpHeaders received, ServerRequest request) {
		var sent = new HttpHeaders();
		sent.addAll(received);
		KEPT_HERE.forEach(sent::remove);
		sent.set("X-Forwarded-For", request.servletRequest().getRemoteAddr());
		sent.set("X-Forwarded-Host", this.url.getAuthority());
		sent.set("X-Forwarded-Proto", this.url.getScheme());
		// Spring has added a charset, which a file does not have.
		sent.set(HttpHeaders.CONTENT_TYPE, request.servletRequest().getHeader(HttpHeaders.CONTENT_TYPE));
		if (request.servletRequest().getAttribute(TokenRelay.TOKEN) instanceof String token) {
			sent.setBearerAuth(token);
		}
		return sent;
	}

	@Override
	public int getOrder() {
		return LOWEST_PRECEDENCE;
	}

}
