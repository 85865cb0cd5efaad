package io.frontdesk.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.json.JsonMapper;

/** As much of Keycloak as the gateway asks for behind the browser's back. deploy/e2e logs in at the real one. */
class StandInKeycloak {

	private final HttpServer server;

	private final RSAKey key;

	private final List<String> logouts = new CopyOnWriteArrayList<>();

	private final Map<String, String> nonces = new ConcurrentHashMap<>();

	StandInKeycloak() {
		try {
			this.key = new RSAKeyGenerator(2048).keyID("key").generate();
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		} catch (JOSEException | IOException ex) {
			throw new IllegalStateException(ex);
		}
		this.server.createContext("/", exchange -> answer(exchange, Map.of()));
		this.server.createContext("/realm/protocol/openid-connect/certs",
				exchange -> answer(exchange, new JWKSet(this.key).toJSONObject()));
		this.server.createContext("/realm/protocol/openid-connect/token", this::token);
		this.server.createContext("/realm/protocol/openid-connect/logout", this::logout);
		this.server.start();
	}

	String issuer() {
		return "http://localhost:" + this.server.getAddress().getPort() + "/realm";
	}

	/** What the login form would lead to: a code for this nonce. */
	String code(String nonce) {
		this.nonces.put("code-" + nonce, nonce);
		return "code-" + nonce;
	}

	/** What it was asked to end. */
	List<String> logouts() {
		return this.logouts;
	}

	JWTClaimsSet.Builder logoutToken(String sid) {
		return new JWTClaimsSet.Builder().issuer(issuer())
				.subject("alice")
				.audience("frontdesk-web")
				.issueTime(new Date())
				.expirationTime(Date.from(Instant.now().plusSeconds(120)))
				.jwtID(UUID.randomUUID().toString())
				.claim("sid", sid)
				.claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
	}

	int endLogin(int gateway, JWTClaimsSet token) {
		return endLogin(gateway, signed(token));
	}

	/** Tells the gateway that a login has ended. */
	int endLogin(int gateway, String token) {
		var request = HttpRequest
				.newBuilder(URI.create("http://localhost:%d/logout/connect/back-channel/frontdesk".formatted(gateway)))
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(BodyPublishers.ofString("logout_token=" + token));
		try (var http = HttpClient.newHttpClient()) {
			return http.send(request.build(), BodyHandlers.discarding()).statusCode();
		} catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void logout(HttpExchange exchange) throws IOException {
		this.logouts.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
		exchange.sendResponseHeaders(204, -1);
		exchange.close();
	}

	JWTClaimsSet.Builder accessToken() {
		return new JWTClaimsSet.Builder().issuer(issuer())
				.subject("alice")
				.audience("frontdesk-api")
				.expirationTime(Date.from(Instant.now().plusSeconds(300)));
	}

	String signed(JWTClaimsSet claims) {
		return signed(claims, this.key);
	}

	static String signed(JWTClaimsSet claims, RSAKey key) {
		try {
			var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("key").build(), claims);
			token.sign(new RSASSASigner(key));
			return token.serialize();
		} catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void token(HttpExchange exchange) throws IOException {
		var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		var nonce = this.nonces.remove(form.replaceAll("(?s).*\\bcode=([^&]*).*", "$1"));
		if (nonce == null || !form.contains("code_verifier=")) {
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			exchange.sendResponseHeaders(400, 0);
			exchange.getResponseBody().write("{\"error\":\"invalid_grant\"}".getBytes(StandardCharsets.UTF_8));
			exchange.close();
			return;
		}
		var sid = UUID.randomUUID().toString();
		var idToken = accessToken().audience("frontdesk-web")
				.issueTime(new Date())
				.claim("nonce", nonce)
				.claim("sid", sid)
				.build();
		answer(exchange,
				Map.of("access_token", signed(accessToken().claim("sid", sid).build()), "id_token", signed(idToken),
						"refresh_token", "refresh", "token_type", "Bearer", "expires_in", 300));
	}

	private static void answer(HttpExchange exchange, Map<String, ?> json) {
		try (exchange) {
			var body = JsonMapper.shared().writeValueAsBytes(json);
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, body.length);
			exchange.getResponseBody().write(body);
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
