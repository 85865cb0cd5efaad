package io.frontdesk.gateway;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import io.frontdesk.local.testing.RealServers;
import io.frontdesk.local.testing.RealServers.Kind;

import static org.assertj.core.api.Assertions.assertThat;

/** A proxy on this machine ends TLS, and is believed. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
		"frontdesk.gateway.client-secret=secret", "server.forward-headers-strategy=native",
		"server.tomcat.remoteip.internal-proxies=127\\.0\\.0\\.1", "frontdesk.limits.anonymous.burst=10",
		"frontdesk.limits.anonymous.per-second=1", "frontdesk.connections.per-address=2"})
@RealServers(Kind.POSTGRES)
class BehindProxyIT {

	private static final StandInKeycloak KEYCLOAK = new StandInKeycloak();

	private static final StandInService TICKETS = new StandInService();

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void standIns(DynamicPropertyRegistry registry) {
		registry.add("frontdesk.identity.issuer", KEYCLOAK::issuer);
		registry.add("frontdesk.gateway.ticket-url", TICKETS::url);
	}

	@Test
	void everyCookieIsOfThisHostAndOfHttpsOnly() {
		var browser = browser("198.51.100.1", "https");
		browser.logIn("/");
		assertThat(browser.setCookies()).hasSizeGreaterThan(3)
				.allSatisfy(cookie -> assertThat(cookie).startsWith("__Host-")
						.contains("Path=/", "Secure", "SameSite=Lax")
						.doesNotContain("Domain="));
		assertThat(browser.cookies()).containsOnlyKeys("__Host-frontdesk", "__Host-XSRF-TOKEN");
		assertThat(browser.fetch("/api/v1/tickets").headers().firstValue("Strict-Transport-Security"))
				.hasValue("max-age=31536000");
		assertThat(browser.send("POST", "/api/v1/tickets", BodyPublishers.ofString("{}"), "X-XSRF-TOKEN",
				browser.cookies().get("__Host-XSRF-TOKEN")).statusCode()).isEqualTo(200);
	}

	@Test
	void cookieThatAPlainPageCouldHaveSetIsNoSession() {
		var browser = browser("198.51.100.2", "https");
		browser.logIn("/");
		browser.cookies().put("frontdesk", browser.cookies().remove("__Host-frontdesk"));
		assertThat(browser.fetch("/api/v1/tickets").statusCode()).isEqualTo(401);
	}

	@Test
	void plainHttpHasPlainCookies() {
		var browser = browser("198.51.100.3", "http");
		browser.logIn("/");
		assertThat(browser.cookies()).containsOnlyKeys("frontdesk", "XSRF-TOKEN");
		assertThat(browser.setCookies()).noneMatch(cookie -> cookie.contains("Secure"));
		assertThat(browser.fetch("/").headers().firstValue("Strict-Transport-Security")).isEmpty();
	}

	@Test
	void inventedAddressBeforeTheProxysGivesNobodyMore() {
		assertThat(last(number -> "6.6.6.%d, 203.0.113.9".formatted(number)).statusCode()).isEqualTo(429);
	}

	@Test
	void manyAddressesOfOneNetworkGiveNobodyMore() {
		assertThat(last(number -> "2001:db8:a:b::%x".formatted(number)).statusCode()).isEqualTo(429);
		assertThat(ask("2001:db8:a:c::1").statusCode()).as("their neighbour").isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = {"unknown", "evil.example", "[2001:db8::1]:4711", "198.51.100.4:80", "fe80::1%eth9"})
	void whatTheProxyWritesInsteadOfAnAddressIsNoFault(String address) {
		assertThat(ask(address).statusCode()).isIn(401, 429);
	}

	@Test
	void proxyMayHaveAsManyConnectionsAsItsClientsNeed() {
		assertThat(IntStream.range(0, 5)
				.mapToObj(number -> ask("198.51.100." + (10 + number)).statusCode())).containsOnly(401);
	}

	private HttpResponse<String> last(IntFunction<String> address) {
		return IntStream.range(0, 40).mapToObj(number -> ask(address.apply(number))).toList().getLast();
	}

	/** Each over a connection of its own. */
	private HttpResponse<String> ask(String address) {
		return browser(address, "https").fetch("/api/v1/me");
	}

	private Browser browser(String address, String scheme) {
		return new Browser(this.port, KEYCLOAK, "X-Forwarded-For", address, "X-Forwarded-Proto", scheme);
	}

}
