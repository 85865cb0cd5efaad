package io.frontdesk.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Keeps cookies, follows nothing. */
class Browser {

	private static final Pattern COOKIE = Pattern.compile("([^=]+)=([^;]*).*");

	private final HttpClient http = HttpClient.newHttpClient();

	private final Map<String, String> cookies = new TreeMap<>();

	private final String gateway;

	private final StandInKeycloak keycloak;

	private final List<String> setCookies = new ArrayList<>();

	private final String[] always;

	/** @param always headers of every request, as a proxy may add them */
	Browser(int port, StandInKeycloak keycloak, String... always) {
		this.always = always;
		this.gateway = "http://localhost:" + port;
		this.keycloak = keycloak;
	}

	Map<String, String> cookies() {
		return this.cookies;
	}

	/** As they came, with their attributes. */
	List<String> setCookies() {
		return this.setCookies;
	}

	/** A person opens a page. */
	HttpResponse<String> open(String path) {
		return send("GET", path, BodyPublishers.noBody(), "Sec-Fetch-Mode", "navigate", "Accept", "text/html");
	}

	/** A script asks for data. */
	HttpResponse<String> fetch(String path, String... headers) {
		return send("GET", path, BodyPublishers.noBody(), headers);
	}

	/** A script changes something, as ours does it. */
	HttpResponse<String> post(String path, BodyPublisher body) {
		return send("POST", path, body, "X-XSRF-TOKEN", this.cookies.getOrDefault("XSRF-TOKEN", "none"),
				"Sec-Fetch-Site", "same-origin", "Content-Type", "application/json");
	}

	HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
		return answer(request(path, headers).method(method, body).build(), BodyHandlers.ofString());
	}

	HttpResponse<InputStream> stream(String path) {
		return answer(request(path).build(), BodyHandlers.ofInputStream());
	}

	/** The whole way through Keycloak, back to where the gateway leads in the end. */
	HttpResponse<String> logIn(String path) {
		var toKeycloak = open("/auth/login?continue=" + path).headers().firstValue("Location").orElseThrow();
		var code = this.keycloak.code(parameter(toKeycloak, "nonce"));
		return open("/auth/callback?code=" + code + "&state=" + parameter(toKeycloak, "state"));
	}

	static String parameter(String url, String name) {
		var found = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(url);
		return found.find() ? found.group(1) : "";
	}

	private HttpRequest.Builder request(String path, String... headers) {
		var request = HttpRequest.newBuilder(URI.create(this.gateway + path));
		this.cookies.forEach((name, value) -> request.header("Cookie", name + "=" + value));
		Stream.of(headers, this.always).filter(some -> some.length > 0).forEach(request::headers);
		return request;
	}

	private <T> HttpResponse<T> answer(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
		try {
			var response = this.http.send(request, handler);
			response.headers().allValues("Set-Cookie").forEach(this::keep);
			return response;
		} catch (IOException ex) {
			throw new IllegalStateException(ex);
		} catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private void keep(String header) {
		this.setCookies.add(header);
		var cookie = COOKIE.matcher(header);
		if (cookie.matches() && cookie.group(2).isEmpty()) {
			this.cookies.remove(cookie.group(1));
		} else if (cookie.matches()) {
			this.cookies.put(cookie.group(1), cookie.group(2));
		}
	}

}
