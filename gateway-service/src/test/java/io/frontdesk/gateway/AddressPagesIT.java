package io.frontdesk.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import io.frontdesk.local.testing.RealServers;
import io.frontdesk.local.testing.RealServers.Kind;

/** Followed by somebody without a login, and by programs that look into mail before them. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
		"frontdesk.gateway.client-secret=secret"})
@RealServers(Kind.POSTGRES)
class AddressPagesIT {

	private static final StandInKeycloak KEYCLOAK = new StandInKeycloak();

	private static final Org ORG = new Org();

	@LocalServerPort
	private int port;

	private Browser browser;

	@DynamicPropertySource
	static void standIns(DynamicPropertyRegistry registry) {
		registry.add("frontdesk.identity.issuer", KEYCLOAK::issuer);
		registry.add("frontdesk.gateway.org-url", ORG::url);
	}

	@BeforeEach
	void begin() {
		this.browser = new Browser(this.port, KEYCLOAK);
		ORG.asked.clear();
	}

	@Test
	void openingTheLinkConfirmsNothing() {
		var page = this.browser.open("/auth/address?proof=a.b");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("<form method=\"post\" action=\"/auth/address\">",
				"<input type=\"hidden\" name=\"proof\" value=\"a.b\">", "<button type=\"submit\">Confirm</button>");
		assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
		for (var method : List.of("HEAD", "OPTIONS", "PUT", "DELETE")) {
			this.browser.send(method, "/auth/address?proof=a.b", BodyPublishers.noBody());
		}
		assertThat(ORG.asked).isEmpty();
	}

	@Test
	void linkWithoutItsProofSaysWhatToDoAndHasNoButton() {
		for (var link : List.of("/auth/address", "/auth/address?proof=", "/auth/address?proof=%20")) {
			var page = this.browser.open(link);
			assertThat(page.statusCode()).isEqualTo(400);
			assertThat(page.body()).contains("The link is not complete", "Copy the whole link").doesNotContain("<form");
		}
		assertThat(press("").statusCode()).isEqualTo(400);
		assertThat(ORG.asked).isEmpty();
	}

	@Test
	void buttonConfirmsWithoutALogin() {
		ORG.answers(204);
		var answer = press("a.b");
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).contains("The address is changed");
		assertThat(ORG.asked).containsExactly("POST /address-proofs {\"token\":\"a.b\"}");
		ORG.answers(202);
		assertThat(press("a.b").body()).contains("The other address was sent a mail, too");
	}

	@Test
	void whatGoesWrongIsSaidInAPage() {
		for (var status : List.of(400, 410)) {
			ORG.answers(status);
			assertThat(press("x").statusCode()).isEqualTo(410);
			assertThat(press("x").body()).contains("The link does not work any more");
		}
		ORG.answers(409);
		assertThat(press("x").body()).contains("belongs to somebody else");
		ORG.answers(500);
		var away = press("x");
		assertThat(away.statusCode()).isEqualTo(503);
		assertThat(away.body()).contains("Try again", "value=\"x\"");
	}

	@Test
	void nothingOfTheLinkBecomesMarkup() {
		assertThat(this.browser.open("/auth/address?proof=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").body())
				.doesNotContain("<script>").contains("&quot;&gt;&lt;script&gt;");
	}

	@Test
	void pageOfAnotherSiteCanNotPressTheButton() {
		assertThat(this.browser.send("POST", "/auth/address", BodyPublishers.ofString("proof=a.b"), "Content-Type",
				"application/x-www-form-urlencoded", "Sec-Fetch-Site", "cross-site").statusCode()).isEqualTo(403);
		assertThat(ORG.asked).isEmpty();
	}

	private HttpResponse<String> press(String proof) {
		return this.browser.send("POST", "/auth/address", BodyPublishers.ofString("proof=" + proof), "Content-Type",
				"application/x-www-form-urlencoded", "Sec-Fetch-Site", "same-origin", "Accept", "text/html");
	}

	/** org-service as far as addresses go. */
	private static final class Org {

		private final List<String> asked = new CopyOnWriteArrayList<>();

		private final HttpServer server;

		private volatile int status = 200;

		Org() {
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

		void answers(int with) {
			this.status = with;
		}

		private void answer(HttpExchange exchange) throws IOException {
			this.asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
					+ new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
			exchange.sendResponseHeaders(this.status, -1);
			exchange.close();
		}

	}

}
