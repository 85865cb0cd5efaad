package io.frontdesk.gateway.routes;

import java.util.List;

import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/** Outwards: only the gateway sets cookies, and framing is decided by the content policy alone. */
@Component
class AnswerHeaders implements ResponseHttpHeadersFilter, Ordered {

	private static final List<String> KEPT_HERE = List.of(HttpHeaders.SET_COOKIE, "Server", "X-Powered-By",
			"X-Frame-Options");

	@Override
	public HttpHeaders apply(HttpHeaders received, ServerResponse response) {
		var sent = new HttpHeaders();
		sent.addAll(received);
		KEPT_HERE.forEach(sent::remove);
		return sent;
	}

	@Override
	public int getOrder() {
		return LOWEST_PRECEDENCE;
	}

}
