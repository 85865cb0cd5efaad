package io.frontdesk.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PendingLoginTests {

	@Test
	void readsWhatItWrote() {
		var login = new PendingLogin("state=", "nonce", "verifier", ReturnPath.of("/tickets?q=a%20b"));
		assertThat(PendingLogin.read(login.write())).contains(login);
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "%%%", "YQ", "bm90aGluZyBoZXJl"})
	void garbageIsNoLogin(String text) {
		assertThat(PendingLogin.read(text)).isEmpty();
	}

	@Test
	void pathFromACookieIsNotTrustedEither() {
		var forged = Base64.getUrlEncoder().encodeToString("s n v //evil.example".getBytes(StandardCharsets.US_ASCII));
		assertThat(PendingLogin.read(forged)).hasValueSatisfying(it -> assertThat(it.path().value()).isEqualTo("/"));
	}

}
