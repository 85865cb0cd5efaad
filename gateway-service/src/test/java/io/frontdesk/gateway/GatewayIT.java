package io.frontdesk.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestConstructor;

import io.frontdesk.local.testing.RealServers;
import io.frontdesk.local.testing.RealServers.Kind;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
		"frontdesk.gateway.client-secret=secret", "frontdesk.gateway.url=http://localhost:8080",
		"frontdesk.gateway.org-url=http://localhost:1", "frontdesk.gateway.mail-ingest-url=http://localhost:1",
		"frontdesk.gateway.notification-url=http://localhost:1", "frontdesk.limits.anonymous.burst=10000"})
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@RealServers({Kind.POSTGRES, Kind.KAFKA})
@ExtendWith(OutputCaptureExtension.class)
class GatewayIT {

	private static final StandInKeycloak KEYCLOAK = new StandInKeycloak();

	private static final StandInService TICKETS = new StandInService();

	private static final int MEGABYTE = 1024 * 1024;

	private final Environment environment;

	@LocalServerPort
	private int port;

	private Browser browser;

	GatewayIT(Environment environment) {
		this.environment = environment;
	}

	@DynamicPropertySource
	static void standIns(DynamicPropertyRegistry registry) {
		registry.add("frontdesk.identity.issuer", KEYCLOAK::issuer);
		registry.add("frontdesk.gateway.ticket-url", TICKETS::url);
	}

	@BeforeEach
	void newBrowser() {
		this.browser = new Browser(this.port, KEYCLOAK);
	}

	@Test
	void scriptWithoutASessionGetsAProblemNotARedirect() {
		var answer = this.browser.fetch("/api/v1/me");
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
		assertThat(answer.body()).contains("\"type\":\"/problems/unauthenticated\"");
	}

	@Test
	void pageWithoutASessionLeadsToKeycloakWithPkce() {
		var login = header(this.browser.open("/tickets/2233444?q=a%20b"), "Location");
		assertThat(login).isEqualTo("/auth/login?continue=%2Ftickets%2F2233444%3Fq%3Da%2520b");
		assertThat(header(this.browser.open(login), "Location")).startsWith(KEYCLOAK.issuer())
				.contains("response_type=code", "client_id=frontdesk-web", "scope=openid", "code_challenge=",
						"code_challenge_method=S256", "nonce=", "redirect_uri=http://localhost:8080/auth/callback");
	}

	@Test
	void passwordAndSecondFactorAreChangedAtKeycloakWhichLeadsBack() {
		var answer = this.browser.open("/auth/account");
		assertThat(answer.statusCode()).isEqualTo(303);
		assertThat(header(answer, "Location")).isEqualTo(KEYCLOAK.issuer()
				+ "/account/account-security/signing-in?referrer=frontdesk-web");
	}

	@Test
	void loginLeadsBackToThePageThatWasAskedFor() {
		assertThat(header(this.browser.logIn("%2Ftickets%3Fq%3Da%2520b"), "Location"))
				.isEqualTo("http://localhost:8080/tickets?q=a%20b");
		assertThat(this.browser.open("/tickets?q=a%20b").body()).contains("<title>The web UI</title>");
	}

	@ParameterizedTest
	@ValueSource(strings = {"//evil.example", "/%5Cevil.example", "https://evil.example", "/%09/evil.example"})
	void loginNeverLeadsToAnotherSite(String path) {
		assertThat(header(this.browser.logIn(path), "Location")).isEqualTo("http://localhost:8080/");
	}

	@Test
	void loginsInSeveralTabsAllSucceed() {
		var tab = header(this.browser.open("/auth/login?continue=/first"), "Location");
		assertThat(header(this.browser.logIn("/second"), "Location")).endsWith("/second");
		var code = KEYCLOAK.code(Browser.parameter(tab, "nonce"));
		assertThat(
				header(this.browser.open("/auth/callback?code=" + code + "&state=" + Browser.parameter(tab, "state")),
						"Location"))
				.endsWith("/first");
	}

	@Test
	void callbackThatNobodyAskedForShowsAPage() {
		var answer = this.browser.open("/auth/callback?code=x&state=y");
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("The login was not completed", "/auth/login?continue=%2F");
	}

	@Test
	void nobodyWritesLinesOfTheLog(CapturedOutput output) {
		var login = header(this.browser.open("/auth/login?continue=/"), "Location");
		this.browser.open(
				"/auth/callback?error=access_denied&error_description=no%0A2026-11-26T09:00:00Z%20ERROR%20forged&state="
						+ Browser.parameter(login, "state"));
		assertThat(output.toString().lines())
				.anyMatch(line -> line.contains("A login failed: ") && line.contains("forged"))
				.noneMatch(line -> line.startsWith("2026-11-26T09:00:00Z ERROR forged"));
	}

	@Test
	void browserHoldsNoToken() {
		this.browser.logIn("/");
		assertThat(this.browser.cookies()).containsOnlyKeys("XSRF-TOKEN", "frontdesk");
		assertThat(Base64.getDecoder().decode(this.browser.cookies().get("frontdesk"))).as("an id of 27 random bytes")
				.asString(StandardCharsets.UTF_8).hasSize(36)
				.satisfies(id -> assertThat(Base64.getUrlDecoder().decode(id)).hasSize(27));
	}

	@Test
	void serviceSeesTheTokenOfTheSessionAndNothingElseOfTheBrowser() {
		this.browser.logIn("/");
		this.browser.fetch("/api/v1/tickets?q=a%20b%2Bc&tag=%C3%BC", "Authorization", "Basic YTpi", "X-Forwarded-For",
				"6.6.6.6", "X-Forwarded-Host", "evil.example", "Forwarded", "for=6.6.6.6");
		var received = TICKETS.last();
		assertThat(received.path()).contains("q=a%20b%2Bc", "tag=%C3%BC");
		assertThat(received.headers().getFirst("Authorization")).startsWith("Bearer ey");
		assertThat(received.headers()).doesNotContainKeys("Cookie", "Forwarded");
		assertThat(received.headers().get("X-Forwarded-For")).containsExactly("127.0.0.1");
		assertThat(received.headers().get("X-Forwarded-Host")).containsExactly("localhost:8080");
	}

	@Test
	void cookieOfAServiceDoesNotReachTheBrowser() {
		this.browser.logIn("/");
		this.browser.fetch("/api/v1/tickets");
		assertThat(this.browser.cookies()).doesNotContainKey("evil");
	}

	@Test
	void changeNeedsTheCsrfToken() {
		this.browser.logIn("/");
		this.browser.fetch("/api/v1/tickets");
		assertThat(this.browser.send("POST", "/api/v1/tickets", BodyPublishers.ofString("{}")).statusCode())
				.isEqualTo(403);
		assertThat(this.browser.post("/api/v1/tickets", BodyPublishers.ofString("{}")).statusCode()).isEqualTo(200);
	}

	@Test
	void csrfTokenOfAnotherSessionIsNone() {
		this.browser.logIn("/");
		var own = this.browser.cookies().get("XSRF-TOKEN");
		var attacker = new Browser(this.port, KEYCLOAK);
		attacker.logIn("/");
		var planted = attacker.cookies().get("XSRF-TOKEN");
		assertThat(attacker.post("/api/v1/tickets", BodyPublishers.ofString("{}")).statusCode()).isEqualTo(200);
		this.browser.cookies().put("XSRF-TOKEN", planted);
		assertCsrfRefused(planted);
		assertThat(this.browser.cookies()).as("the next answer sets it right").containsEntry("XSRF-TOKEN", own);
		this.browser.cookies().put("XSRF-TOKEN", "11111111-1111-1111-1111-111111111111");
		assertCsrfRefused("11111111-1111-1111-1111-111111111111");
		assertThat(this.browser.post("/api/v1/tickets", BodyPublishers.ofString("{}")).statusCode()).isEqualTo(200);
	}

	@Test
	void csrfTokenOfBeforeTheLoginIsNoneAfterIt() {
		this.browser.logIn("/");
		var before = this.browser.cookies().get("XSRF-TOKEN");
		this.browser.logIn("/");
		assertThat(this.browser.cookies().get("XSRF-TOKEN")).isNotEqualTo(before);
		assertCsrfRefused(before);
	}

	@Test
	void csrfCookieGoesWithTheLogout() {
		this.browser.logIn("/");
		this.browser.send("POST", "/auth/logout",
				BodyPublishers.ofString("_csrf=" + this.browser.cookies().get("XSRF-TOKEN")), "Content-Type",
				"application/x-www-form-urlencoded");
		assertThat(this.browser.cookies()).doesNotContainKey("XSRF-TOKEN");
	}

	@Test
	void askingWithoutALoginMakesNoSession() {
		this.browser.send("POST", "/api/v1/tickets", BodyPublishers.ofString("{}"), "Cookie", "XSRF-TOKEN=a",
				"X-XSRF-TOKEN", "a");
		this.browser.fetch("/api/v1/me");
		assertThat(this.browser.setCookies()).isEmpty();
	}

	private void assertCsrfRefused(String token) {
		var answer = this.browser.send("POST", "/api/v1/tickets", BodyPublishers.ofString("{}"), "X-XSRF-TOKEN", token,
				"Sec-Fetch-Site", "same-origin");
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.body()).contains("/problems/csrf");
	}

	@Test
	void changeWithoutASessionNeedsTheLoginFirst() {
		var answer = this.browser.send("POST", "/api/v1/tickets", BodyPublishers.ofString("{}"));
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(answer.body()).contains("\"type\":\"/problems/unauthenticated\"");
	}

	@ParameterizedTest
	@CsvSource({"Sec-Fetch-Site, cross-site", "Sec-Fetch-Site, same-site", "Origin, https://evil.example"})
	void changeOnBehalfOfAnotherSiteIsRefused(String header, String value) {
		this.browser.logIn("/");
		var token = this.browser.cookies().get("XSRF-TOKEN");
		var answer = this.browser.send("POST", "/api/v1/tickets", BodyPublishers.ofString("{}"), "X-XSRF-TOKEN", token,
				header, value);
		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(answer.body()).contains("/problems/cross-site");
	}

	@Test
	void logoutEndsTheSessionHereAndAtKeycloak() {
		this.browser.logIn("/");
		var session = this.browser.cookies().get("frontdesk");
		var form = BodyPublishers.ofString("_csrf=" + this.browser.cookies().get("XSRF-TOKEN"));
		var answer = this.browser.send("POST", "/auth/logout", form, "Content-Type",
				"application/x-www-form-urlencoded");
		assertThat(header(answer, "Location")).isEqualTo("http://localhost:8080/auth/logged-out");
		assertThat(KEYCLOAK.logouts()).anySatisfy(sent -> assertThat(sent).contains("client_id=frontdesk-web",
				"client_secret=secret", "refresh_token=refresh"));
		assertThat(header(answer, "Clear-Site-Data")).isEqualTo("\"cache\", \"storage\"");
		this.browser.cookies().put("frontdesk", session);
		assertThat(this.browser.fetch("/api/v1/tickets").statusCode()).isEqualTo(401);
	}

	@Test
	void loginThatKeycloakEndsEndsHere() {
		this.browser.logIn("/");
		var other = new Browser(this.port, KEYCLOAK);
		other.logIn("/");
		assertThat(KEYCLOAK.endLogin(this.port, KEYCLOAK.logoutToken(sid(this.browser)).build())).isEqualTo(200);
		assertThat(this.browser.fetch("/api/v1/tickets").statusCode()).isEqualTo(401);
		assertThat(other.fetch("/api/v1/tickets").statusCode()).isEqualTo(200);
	}

	@Test
	void nobodyButKeycloakEndsALogin() throws JOSEException {
		this.browser.logIn("/");
		var sid = sid(this.browser);
		var token = KEYCLOAK.logoutToken(sid);
		var stranger = new RSAKeyGenerator(2048).keyID("key").generate();
		assertThat(KEYCLOAK.endLogin(this.port, "garbage")).isEqualTo(400);
		assertThat(KEYCLOAK.endLogin(this.port, StandInKeycloak.signed(token.build(), stranger))).isEqualTo(400);
		assertThat(KEYCLOAK.endLogin(this.port, token.audience("another-client").build())).isEqualTo(400);
		assertThat(KEYCLOAK.endLogin(this.port, KEYCLOAK.logoutToken(sid).issuer("http://localhost/other").build()))
				.isEqualTo(400);
		assertThat(KEYCLOAK.endLogin(this.port, KEYCLOAK.logoutToken(sid).claim("nonce", "n").build())).isEqualTo(400);
		assertThat(KEYCLOAK.endLogin(this.port, KEYCLOAK.accessToken().audience("frontdesk-web").build()))
				.as("what Keycloak signed for another purpose").isGreaterThanOrEqualTo(400);
		assertThat(this.browser.fetch("/api/v1/tickets").statusCode()).isEqualTo(200);
	}

	/** Of the login at Keycloak; the token that the service is shown names it. */
	private static String sid(Browser browser) {
		browser.fetch("/api/v1/tickets");
		var token = String.valueOf(TICKETS.last().headers().getFirst("Authorization")).split("\\.")[1];
		return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8)
				.replaceAll("(?s).*\"sid\":\"([^\"]*).*", "$1");
	}

	@Test
	void logoutIsNoLink() {
		this.browser.logIn("/");
		assertThat(this.browser.open("/auth/logout").statusCode()).isEqualTo(404);
		assertThat(this.browser.fetch("/api/v1/tickets").statusCode()).isEqualTo(200);
	}

	@Test
	void sessionSurvivesARestartAndIsSharedByGateways() {
		this.browser.logIn("/");
		try (var second = SpringApplication.run(GatewayServiceApplication.class, sameSettings())) {
			var port = second.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
			var there = new Browser(port, KEYCLOAK);
			there.cookies().putAll(this.browser.cookies());
			assertThat(there.fetch("/api/v1/tickets").statusCode()).isEqualTo(200);
		}
	}

	@Test
	void programWithATokenNeedsNoCsrfToken() {
		assertThat(post(KEYCLOAK.signed(KEYCLOAK.accessToken().build())).statusCode()).isEqualTo(200);
	}

	@Test
	void tokenThatProvesNothingIsRefused() throws JOSEException {
		var expired = KEYCLOAK.accessToken().expirationTime(Date.from(Instant.now().minusSeconds(120))).build();
		assertRefused("garbage");
		assertRefused(KEYCLOAK.signed(expired));
		assertRefused(KEYCLOAK.signed(KEYCLOAK.accessToken().audience("account").build()));
		assertRefused(KEYCLOAK.signed(KEYCLOAK.accessToken().issuer("http://localhost/other").build()));
		assertRefused(StandInKeycloak.signed(KEYCLOAK.accessToken().build(),
				new RSAKeyGenerator(2048).keyID("key").generate()));
		assertRefused(KEYCLOAK.signed(new JWTClaimsSet.Builder().build()));
	}

	@Test
	void serviceThatIsAwayIsAProblem() {
		this.browser.logIn("/");
		var answer = this.browser.fetch("/api/v1/me");
		assertThat(answer.statusCode()).isEqualTo(503);
		assertThat(answer.body()).contains("\"type\":\"/problems/service-unavailable\"").doesNotContain("Exception");
	}

	@Test
	void addressThatIsNoneOfTheApiIsAProblem() {
		this.browser.logIn("/");
		var answer = this.browser.fetch("/api/v1/nothing");
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).contains("\"type\":\"/problems/not-found\"");
	}

	@Test
	void bodyThatIsTooLargeIsRefusedUnlessItIsAFile() {
		this.browser.logIn("/");
		this.browser.fetch("/api/v1/tickets");
		var large = new byte[MEGABYTE + 1];
		var ofUnknownLength = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
		assertThat(this.browser.post("/api/v1/tickets", BodyPublishers.ofByteArray(large)).statusCode()).isEqualTo(413);
		assertThat(this.browser.post("/api/v1/tickets", ofUnknownLength).statusCode()).isEqualTo(413);
		assertThat(this.browser.post("/api/v1/attachments", ofUnknownLength).statusCode()).isEqualTo(200);
		assertThat(TICKETS.last().size()).isEqualTo(large.length);
	}

	@Test
	void fileThatIsTooLargeIsRefusedBeforeOrWhileItPasses() {
		this.browser.logIn("/");
		this.browser.fetch("/api/v1/tickets");
		var large = new byte[26 * MEGABYTE + 1];
		var ofUnknownLength = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large));
		var early = this.browser.post("/api/v1/attachments", BodyPublishers.ofByteArray(large));
		assertThat(early.statusCode()).isEqualTo(413);
		assertThat(early.body()).contains("/problems/content-too-large");
		assertThat(this.browser.post("/api/v1/attachments", ofUnknownLength).statusCode()).isEqualTo(413);
	}

	@Test
	void headersThatAreTooLargeAreAProblem() {
		var header = this.browser.fetch("/api/v1/tickets", "X-Large", "x".repeat(17_000));
		assertThat(header.statusCode()).isEqualTo(431);
		assertThat(header.body()).contains("\"/problems/headers-too-large\"");
		var address = this.browser.fetch("/api/v1/tickets?q=" + "x".repeat(17_000));
		assertThat(address.statusCode()).isEqualTo(414);
		assertThat(address.body()).contains("\"/problems/uri-too-long\"");
	}

	@Test
	void longSearchReachesTheService() {
		this.browser.logIn("/");
		assertThat(this.browser.fetch("/api/v1/tickets?q=" + "x".repeat(15_000)).statusCode()).isEqualTo(200);
		assertThat(TICKETS.last().path()).hasSizeGreaterThan(15_000);
	}

	@Test
	void documentOfTheApiIsWholeWhoeverIsAway() {
		var answer = this.browser.fetch("/api/openapi");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
		assertThat(answer.body()).contains("\"/api/v1/tickets\":{", "\"/api/v1/intake\":{",
				"\"/api/v1/notifications\":{", "\"/api/v1/users\":{");
	}

	@Test
	void typeOfAProblemIsAnAddressThatExplainsIt() {
		var forProgram = this.browser.fetch("/problems/too-many-requests");
		assertThat(forProgram.statusCode()).isEqualTo(200);
		assertThat(forProgram.body()).contains("\"status\":429", "Retry-After");
		var forPerson = this.browser.fetch("/problems/too-many-requests", "Accept", "text/html");
		assertThat(forPerson.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
		assertThat(forPerson.body()).contains("<h1>Too many requests</h1>", "Retry-After");
		assertThat(this.browser.fetch("/problems/no-such-thing").statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@CsvSource({"/api/docs, text/html", "/api/docs/docs.js, text/javascript", "/api/docs/swagger-ui.css, text/css",
			"/api/docs/swagger-ui-bundle.js, text/javascript"})
	void pageToTryTheApiNeedsNoLoginAndNoOtherSite(String path, String type) {
		var answer = this.browser.fetch(path);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(header(answer, "Content-Type")).startsWith(type);
		assertThat(header(answer, "Content-Security-Policy")).contains("script-src 'self';");
		assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
	}

	@Test
	void bodyOfUnknownLengthIsPassedOn() {
		this.browser.logIn("/");
		this.browser.fetch("/api/v1/tickets");
		this.browser.post("/api/v1/tickets",
				BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[500])));
		assertThat(TICKETS.last().size()).isEqualTo(500);
	}

	@Test
	void eventsArriveOneByOne() throws IOException {
		this.browser.logIn("/");
		try (var events = this.browser.stream("/api/v1/stream").body()) {
			assertThat(new String(events.readNBytes(13))).isEqualTo("data: first\n\n");
			TICKETS.heard();
			assertThat(new String(events.readAllBytes())).isEqualTo("data: second\n\n");
		}
	}

	@Test
	@Timeout(value = 1, unit = TimeUnit.MINUTES)
	void streamEndsSoonAfterItsSession() throws IOException {
		this.browser.logIn("/");
		var other = new Browser(this.port, KEYCLOAK);
		other.logIn("/");
		try (var events = this.browser.stream("/api/v1/stream?beats").body();
				var others = other.stream("/api/v1/stream?beats").body()) {
			assertThat(new String(events.readNBytes(16))).isEqualTo("data: first\n\n:\n\n");
			this.browser.send("POST", "/auth/logout",
					BodyPublishers.ofString("_csrf=" + this.browser.cookies().get("XSRF-TOKEN")), "Content-Type",
					"application/x-www-form-urlencoded");
			var heard = new String(events.readAllBytes()).length();
			assertThat(others.readNBytes(13 + heard + 30)).as("goes on after this one has ended")
					.hasSize(13 + heard + 30);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"/", "/auth/logged-out", "/api/v1/me", "/assets/index-0a1b2c3d.js", "/nothing.here",
			"/actuator/health"})
	void everyAnswerHasAStrictContentPolicy(String path) {
		var answer = this.browser.fetch(path);
		assertThat(header(answer, "Content-Security-Policy")).startsWith("default-src 'none'; script-src 'self'; ")
				.contains("form-action 'self';", "frame-ancestors 'none'");
		assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
	}

	@Test
	void contentPolicyOfAServiceIsKept() {
		this.browser.logIn("/");
		var answer = this.browser.fetch("/api/v1/tickets/2233444/messages/1/body");
		assertThat(answer.headers().allValues("Content-Security-Policy")).containsExactly("sandbox");
		assertThat(answer.headers().allValues("X-Frame-Options")).isEmpty();
	}

	@Test
	void assetsNeedNoLoginAndAreKeptForever() {
		var answer = this.browser.fetch("/assets/index-0a1b2c3d.js");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(header(answer, "Cache-Control")).contains("immutable");
		assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
	}

	@Test
	void pagesAndApiAnswersAreNeverStored() {
		this.browser.logIn("/");
		assertThat(header(this.browser.open("/tickets/2233444"), "Cache-Control")).contains("no-store");
		assertThat(header(this.browser.fetch("/api/v1/tickets"), "Cache-Control")).contains("no-store");
	}

	@Test
	void onlyHealthIsShown() {
		assertThat(this.browser.fetch("/actuator/health").statusCode()).isEqualTo(200);
		assertThat(this.browser.fetch("/actuator/env").statusCode()).isEqualTo(401);
		this.browser.logIn("/");
		assertThat(this.browser.fetch("/actuator/env").statusCode()).isEqualTo(403);
	}

	private String[] sameSettings() {
		var same = Stream.of("spring.datasource.url", "spring.datasource.username", "spring.datasource.password",
				"spring.kafka.bootstrap-servers", "frontdesk.gateway.client-secret", "frontdesk.gateway.ticket-url",
				"frontdesk.identity.issuer");
		return Stream.concat(Stream.of("--server.port=0"),
				same.map(name -> "--" + name + "=" + this.environment.getRequiredProperty(name)))
				.toArray(String[]::new);
	}

	private HttpResponse<String> post(String token) {
		return this.browser.send("POST", "/api/v1/tickets", BodyPublishers.ofString("{}"), "Authorization",
				"Bearer " + token);
	}

	private void assertRefused(String token) {
		var answer = post(token);
		assertThat(answer.statusCode()).isEqualTo(401);
		assertThat(header(answer, "WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
		assertThat(answer.body()).contains("\"type\":\"/problems/unauthenticated\"");
	}

	private static String header(HttpResponse<?> answer, String name) {
		return answer.headers().firstValue(name).orElse("");
	}

}
