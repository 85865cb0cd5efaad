package io.frontdesk.gateway;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A service behind the gateway, which remembers what reached it. */
class StandInService {

	record Received(String method, String path, Headers headers, long size) {}

	private final List<Received> received = new CopyOnWriteArrayList<>();

	private final HttpServer server;

	private final CountDownLatch heard = new CountDownLatch(1);

	private final CompletableFuture<Void> cutOff = new CompletableFuture<>();

	StandInService() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		} catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		this.server.setExecutor(Thread::startVirtualThread);
		this.server.createContext("/", this::answer);
		this.server.createContext("/api/v1/stream", this::stream);
		this.server.start();
	}

	String url() {
		return "http://localhost:" + this.server.getAddress().getPort();
	}

	Received last() {
		return this.received.getLast();
	}

	/** Lets the event stream go on to its second event. */
	void heard() {
		this.heard.countDown();
	}

	/** Whether somebody hung up on a stream that says much. */
	boolean isCutOff() {
		return this.cutOff.isDone();
	}

	private void answer(HttpExchange exchange) throws IOException {
		var size = 0L;
		var buffer = new byte[8192];
		for (var read = exchange.getRequestBody().read(buffer); read != -1; read = exchange.getRequestBody()
				.read(buffer)) {
			size += read;
		}
		this.received.add(new Received(exchange.getRequestMethod(), exchange.getRequestURI().toString(),
				exchange.getRequestHeaders(), size));
		exchange.getResponseHeaders().add("Set-Cookie", "evil=1");
		if (exchange.getRequestURI().getPath().endsWith("/body")) {
			exchange.getResponseHeaders().add("Content-Security-Policy", "sandbox");
			exchange.getResponseHeaders().add("X-Frame-Options", "DENY");
		}
		exchange.sendResponseHeaders(200, 0);
		exchange.getResponseBody().write("here".getBytes(StandardCharsets.UTF_8));
		exchange.close();
	}

	private void stream(HttpExchange exchange) throws IOException {
		exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
		exchange.sendResponseHeaders(200, 0);
		try (exchange; var out = exchange.getResponseBody()) {
			out.write("data: first\n\n".getBytes(StandardCharsets.UTF_8));
			out.flush();
			if (exchange.getRequestURI().toString().contains("much")) {
				talk(out);
			}
			if (exchange.getRequestURI().toString().contains("beats")) {
				beat(out);
			}
			this.heard.await();
			out.write("data: second\n\n".getBytes(StandardCharsets.UTF_8));
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	/** Until nobody listens any more. */
	private static void beat(OutputStream out) throws IOException {
		while (true) {
			out.write(":\n\n".getBytes(StandardCharsets.UTF_8));
			out.flush();
			LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
		}
	}

	private void talk(OutputStream out) throws IOException {
		var line = ("data: " + "x".repeat(10_000) + "\n\n").getBytes(StandardCharsets.UTF_8);
		try {
			for (var said = 0L; said < 10_000_000_000L; said += line.length) {
				out.write(line);
			}
		} catch (IOException ex) {
			this.cutOff.complete(null);
			throw ex;
		}
	}

}
