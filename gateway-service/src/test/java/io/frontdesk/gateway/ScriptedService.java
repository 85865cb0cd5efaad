package io.frontdesk.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A service that answers everything with the same JSON; what the real ones answer is in their own tests. */
final class ScriptedService {

	private final HttpServer server;

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private final List<String> tokens = new CopyOnWriteArrayList<>();

	private volatile int status = 200;

	private volatile String body = "";

	ScriptedService() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		} catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	String url() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	void answers(int status, String body) {
		this.status = status;
		this.body = body;
	}

	/** Method, address and body of each request. */
	List<String> asked() {
		return this.asked;
	}

	List<String> tokens() {
		return this.tokens;
	}

	private void answer(HttpExchange exchange) throws IOException {
		var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		this.asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + sent);
		this.tokens.addAll(exchange.getRequestHeaders().getOrDefault("Authorization", Collections.emptyList()));
		exchange.getResponseHeaders().add("Content-Type", "application/json");
		exchange.sendResponseHeaders(this.status, 0);
		exchange.getResponseBody().write(this.body.getBytes(StandardCharsets.UTF_8));
		exchange.close();
	}

}
