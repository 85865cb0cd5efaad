package io.frontdesk.gateway.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTests {

	@ParameterizedTest
	@ValueSource(strings = {"/", "/tickets", "/tickets/2233444?q=a%20b&tag=%C3%BC", "/api/v1/attachments/1"})
	void pathOfOursIsKept(String path) {
		assertThat(ReturnPath.of(path).value()).isEqualTo(path);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = {"", "tickets", "//evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example",
			"/\n/evil.example", "/a\r\nSet-Cookie: x=1", "https://evil.example", "javascript:alert(1)", "/a\\b", "/ü",
			"/a b"})
	void anythingThatCouldLeadElsewhereLeadsToTheStart(String path) {
		assertThat(ReturnPath.of(path).value()).isEqualTo("/");
	}

	@Test
	void loginNeverLeadsBackToItself() {
		assertThat(ReturnPath.of("/auth/login?continue=/auth/login").value()).isEqualTo("/");
	}

	@Test
	void pathTooLongForACookieLeadsToTheStart() {
		assertThat(ReturnPath.of("/" + "a".repeat(5000)).value()).isEqualTo("/");
	}

}
