package io.frontdesk.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Fills in Keycloak's login form, and follows nowhere by itself. */
class RealBrowser {

	private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");

	private static final Pattern COOKIE = Pattern.compile("([^=]+)=([^;]*)(.*)");

	/** Of both servers; Java's own handler keeps secure ones back from http, which no browser does at localhost. */
	private final Map<String, String> cookies = new TreeMap<>();

	private final HttpClient http = HttpClient.newHttpClient();

	private final String gateway;

	RealBrowser(String gateway) {
		this.gateway = gateway;
	}

	void logIn(Map<String, String> credentials) {
		var form = send(get(location(send(get(this.gateway + "/auth/login?continue=/"))))).body();
		var action = FORM.matcher(form);
		if (!action.find()) {
			throw new IllegalStateException(form);
		}
		var callback = location(send(post(action.group(1).replace("&amp;", "&"), credentials)));
		send(get(callback));
		send(get(this.gateway + "/api/v1/tickets"));
	}

	HttpResponse<String> logOut() {
		return send(post(this.gateway + "/auth/logout", Map.of("_csrf", this.cookies.getOrDefault("XSRF-TOKEN", ""))));
	}

	int status(String path) {
		return send(get(this.gateway + path)).statusCode();
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElseThrow(() -> new IllegalStateException(answer.body()));
	}

	private static HttpRequest.Builder get(String url) {
		return HttpRequest.newBuilder(URI.create(url));
	}

	private static HttpRequest.Builder post(String url, Map<String, String> form) {
		return HttpRequest.newBuilder(URI.create(url))
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString(form.entrySet()
						.stream()
						.map(field -> field.getKey() + "="
								+ URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
						.collect(Collectors.joining("&"))));
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		this.cookies.forEach((name, value) -> request.header("Cookie", name + "=" + value));
		try {
			var answer = this.http.send(request.build(), BodyHandlers.ofString());
			answer.headers().allValues("Set-Cookie").forEach(this::keep);
			return answer;
		} catch (IOException ex) {
			throw new IllegalStateException(ex);
		} catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private void keep(String header) {
		var cookie = COOKIE.matcher(header);
		if (cookie.matches() && (cookie.group(2).isEmpty() || cookie.group(3).contains("Max-Age=0"))) {
			this.cookies.remove(cookie.group(1));
		} else if (cookie.matches()) {
			this.cookies.put(cookie.group(1), cookie.group(2));
		}
	}

}
