package io.frontdesk.mail.intake.imap;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Gives access tokens (RFC 6749 §6 and §4.4) for one refresh token and one client: token-1, token-2 and so on. */
final class TokenEndpoint implements AutoCloseable {

	private final HttpServer server;

	private final List<String> requests = new CopyOnWriteArrayList<>();

	TokenEndpoint() throws IOException {
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.server.createContext("/token", this::answer);
		this.server.start();
	}

	URI uri() {
		return URI.create("http://127.0.0.1:%d/token".formatted(this.server.getAddress().getPort()));
	}

	/** The forms that were sent. */
	List<String> requests() {
		return this.requests;
	}

	private void answer(HttpExchange exchange) throws IOException {
		var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		this.requests.add(form);
		var known = form.contains("client_secret=s3cret")
				&& (form.contains("refresh_token=r3fresh") || form.contains("grant_type=client_credentials"));
		var body = known
				? "{\"access_token\": \"token-%d\", \"token_type\": \"Bearer\", \"expires_in\": 3600}"
						.formatted(this.requests.size())
				: "{\"error\": \"invalid_grant\", \"error_description\": \"Token has been revoked.\"}";
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(known ? 200 : 400, body.length());
		exchange.getResponseBody().write(body.getBytes(StandardCharsets.US_ASCII));
		exchange.close();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
