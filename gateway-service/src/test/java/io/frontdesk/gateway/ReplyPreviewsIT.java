package io.frontdesk.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import io.frontdesk.local.testing.RealServers;
import io.frontdesk.local.testing.RealServers.Kind;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
		"frontdesk.gateway.client-secret=secret"})
@RealServers({Kind.POSTGRES, Kind.KAFKA})
class ReplyPreviewsIT {

	private static final String PATH = "/api/v1/notifications/preview";

	private static final String WANTED = "{\"ticketId\": 1, \"body\": \"Grüße\"}";

	private static final StandInKeycloak KEYCLOAK = new StandInKeycloak();

	private static final ScriptedService TICKET = new ScriptedService(), NOTIFICATION = new ScriptedService();

	@LocalServerPort
	private int port;

	private Browser browser;

	@DynamicPropertySource
	static void standIns(DynamicPropertyRegistry registry) {
		registry.add("frontdesk.identity.issuer", KEYCLOAK::issuer);
		registry.add("frontdesk.gateway.ticket-url", TICKET::url);
		registry.add("frontdesk.gateway.notification-url", NOTIFICATION::url);
	}

	@BeforeEach
	void logIn() {
		this.browser = new Browser(this.port, KEYCLOAK);
		this.browser.logIn("/");
		TICKET.asked().clear();
		NOTIFICATION.asked().clear();
	}

	@Test
	void mailIsWrittenOfWhatWouldBeTold() {
		TICKET.answers(200, "{\"reply\": \"Grüße\"}");
		NOTIFICATION.answers(200, "{\"subject\": \"Re: Ämter\"}");
		var answer = show();
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
		assertThat(answer.body()).isEqualTo("{\"subject\": \"Re: Ämter\"}");
		assertThat(TICKET.asked()).containsExactly("POST " + PATH + " " + WANTED);
		assertThat(NOTIFICATION.asked()).containsExactly("POST " + PATH + " {\"reply\": \"Grüße\"}");
		assertThat(NOTIFICATION.tokens()).isNotEmpty().allMatch(token -> token.startsWith("Bearer ey"));
	}

	@Test
	void whatTheTicketsRefuseIsRefusedAndNoMailIsWritten() {
		TICKET.answers(404, "{\"type\": \"/problems/ticket-not-found\"}");
		var answer = show();
		assertThat(answer.statusCode()).isEqualTo(404);
		assertThat(answer.body()).contains("/problems/ticket-not-found");
		assertThat(NOTIFICATION.asked()).isEmpty();
	}

	@Test
	void whatTheMailsRefuseIsRefused() {
		TICKET.answers(200, "{}");
		NOTIFICATION.answers(403, "{\"type\": \"/problems/forbidden\"}");
		assertThat(show().statusCode()).isEqualTo(403);
	}

	private HttpResponse<String> show() {
		return this.browser.post(PATH, BodyPublishers.ofString(WANTED));
	}

}
