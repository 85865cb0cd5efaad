package io.frontdesk.ticket.live;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;

/** Signs tokens as Keycloak would, and serves the key that proves it. */
final class TestTokens implements AutoCloseable {

	static final String ISSUER = "http://keycloak.test/realms/frontdesk";

	private final RSAKey key;

	private final HttpServer keys;

	TestTokens() throws IOException, JOSEException {
		this.key = new RSAKeyGenerator(2048).keyID("test").generate();
		this.keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		var body = new JWKSet(this.key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
		this.keys.createContext("/", exchange -> {
			exchange.getResponseHeaders().add("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, body.length);
			try (var out = exchange.getResponseBody()) {
				out.write(body);
			}
		});
		this.keys.start();
	}

	String keysUrl() {
		return "http://127.0.0.1:%d/".formatted(this.keys.getAddress().getPort());
	}

	String of(String email, String... roles) {
		return of(email, Duration.ofMinutes(5), roles);
	}

	String of(String email, Duration life, String... roles) {
		var now = Instant.now();
		var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(),
				new JWTClaimsSet.Builder().issuer(ISSUER)
						.audience("frontdesk-api")
						.subject(email)
						.issueTime(Date.from(now))
						.expirationTime(Date.from(now.plus(life)))
						.claim("email", email)
						.claim("email_verified", true)
						.claim("realm_access", Map.of("roles", List.of(roles)))
						.build());
		try {
			token.sign(new RSASSASigner(this.key));
		} catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return token.serialize();
	}

	@Override
	public void close() {
		this.keys.stop(0);
	}

}
