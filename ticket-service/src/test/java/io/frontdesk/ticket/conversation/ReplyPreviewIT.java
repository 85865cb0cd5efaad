package io.frontdesk.ticket.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.ticket.Api;
import io.frontdesk.ticket.TicketServiceTest;

/** What notification-service gets to write the mail of. */
@TicketServiceTest
class ReplyPreviewIT {

	private static final String PATH = "/notifications/preview";

	private final MockMvcTester mvc;

	private final Api alice;

	private final Api dora;

	@Autowired
	ReplyPreviewIT(MockMvcTester mvc) {
		this.mvc = mvc;
		this.alice = new Api(mvc, Callers.admin(Features.TICKET_READ, Features.TICKET_WRITE));
		this.dora = new Api(mvc, Callers.client("dora@example.org"));
	}

	@Test
	void replyIsToldAsItWouldBeAndNothingIsKept() {
		var ticket = this.dora.raise("Printer on fire");
		this.alice.post("/tickets/%d/messages".formatted(ticket),
				"{\"kind\": \"note\", \"body\": \"She set it on fire.\"}");
		var before = this.alice.read("/tickets/" + ticket);
		var file = upload();
		var told = told(
				"""
						{"ticketId": %d, "body": "Pull the plug.", "html": "<p onclick='x()'>Pull <b>the plug</b>.<script>x()</script></p>",
						 "cc": ["boss@example.org"], "attachments": ["%s"]}"""
						.formatted(ticket, file));
		assertThat(told).hasStatusOk();
		var event = Api.json(told, HttpStatus.OK);
		assertThat(event.get("closed").isNull()).isTrue();
		assertThat(event.at("/reply/message/kind").asString()).isEqualTo("reply");
		assertThat(event.at("/reply/message/body").asString()).isEqualTo("Pull the plug.");
		assertThat(event.at("/reply/message/html").asString())
				.isEqualTo(ReplyHtml.sanitised("<p>Pull <b>the plug</b>.</p>"));
		assertThat(event.at("/reply/message/cc/0").asString()).isEqualTo("boss@example.org");
		assertThat(event.at("/reply/message/attachments/0/filename").asString()).isEqualTo("a.txt");
		assertThat(event.at("/reply/message/author/email").asString()).isEqualTo("alice@frontdesk.test");
		assertThat(event.at("/reply/ticket/subject").asString()).isEqualTo("Printer on fire");
		assertThat(event.at("/reply/ticket/requester/email").asString()).isEqualTo("dora@example.org");
		assertThat(event.toString()).doesNotContain("She set it on fire");

		assertThat(this.alice.read("/tickets/" + ticket)).isEqualTo(before);
		assertThat(this.alice.read("/tickets/%d/messages".formatted(ticket)).get("total").asInt()).isEqualTo(2);
		this.alice.post("/tickets/%d/messages".formatted(ticket),
				"{\"kind\": \"reply\", \"body\": \"x\", \"attachments\": [\"%s\"]}".formatted(file));
		assertThat(told("{\"ticketId\": %d, \"body\": \"x\", \"attachments\": [\"%s\"]}".formatted(ticket, file)))
				.as("it belongs to a message now").hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@Test
	void closingIsToldOfATicketThatIsOpen() {
		var ticket = this.dora.raise("Printer on fire");
		var reply = "{\"ticketId\": %d, \"body\": \"Done.\", \"close\": true}".formatted(ticket);
		var closed = Api.json(told(reply), HttpStatus.OK).get("closed");
		assertThat(closed.get("from").asString()).isEqualTo("open");
		assertThat(closed.get("to").asString()).isEqualTo("closed");
		this.alice.send(HttpMethod.PATCH, "/tickets/" + ticket, "{\"status\": \"closed\"}");
		assertThat(Api.json(told(reply), HttpStatus.OK).get("closed").isNull()).isTrue();
	}

	@Test
	void ticketThatTheCallerDoesNotSeeIsNone() {
		var ticket = this.dora.raise("Printer on fire");
		var reply = "{\"ticketId\": %d, \"body\": \"x\"}".formatted(ticket);
		var blind = new Api(this.mvc, Callers.admin(Features.TICKET_WRITE));
		assertThat(blind.send(HttpMethod.POST, PATH, reply)).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(told("{\"ticketId\": 1, \"body\": \"x\"}")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(this.dora.send(HttpMethod.POST, PATH, reply)).hasStatus(HttpStatus.FORBIDDEN);
		var reader = new Api(this.mvc, Callers.admin(Features.TICKET_READ));
		assertThat(reader.send(HttpMethod.POST, PATH, reply)).hasStatus(HttpStatus.FORBIDDEN);
		var root = new Api(this.mvc, Callers.superAdmin());
		root.send(HttpMethod.DELETE, "/tickets/" + ticket, "");
		assertThat(root.send(HttpMethod.POST, PATH, reply)).as("deleted").hasStatus(HttpStatus.NOT_FOUND);
	}

	@ParameterizedTest
	@ValueSource(strings = {"{\"body\": \"x\"}", "{\"ticketId\": null, \"body\": \"x\"}", "{\"ticketId\": %d}",
			"{\"ticketId\": %d, \"body\": \" \"}", "{\"ticketId\": \"nothing\", \"body\": \"x\"}",
			"{\"ticketId\": %d, \"body\": \"x\", \"cc\": [\"nobody\"]}",
			"{\"ticketId\": %d, \"body\": \"x\", \"cc\": [null]}",
			"{\"ticketId\": %d, \"body\": \"x\", \"attachments\": [\"1\"]}", "[]", ""})
	void whatIsNoReplyIsRefused(String body) {
		var ticket = this.dora.raise("Printer on fire");
		assertThat(told(body.replace("%d", Long.toString(ticket)))).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void boundsAreThoseOfAMessage() {
		var ticket = this.dora.raise("Printer on fire");
		assertThat(told("{\"ticketId\": %d, \"body\": \"%s\"}".formatted(ticket, "x".repeat(200_001))))
				.hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(told("{\"ticketId\": %d, \"body\": \"%s\"}".formatted(ticket, "x".repeat(200_000)))).hasStatusOk();
		assertThat(told("{\"ticketId\": %d, \"body\": \"x\", \"attachments\": [\"%s\"]}".formatted(ticket,
				UUID.randomUUID()))).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	private MvcTestResult told(String reply) {
		return this.alice.send(HttpMethod.POST, PATH, reply);
	}

	private String upload() {
		return Api.json(this.mvc.perform(MockMvcRequestBuilders.post("/api/v1/attachments?filename=a.txt")
				.with(this.alice.caller())
				.contentType(MediaType.APPLICATION_OCTET_STREAM)
				.content("Words.")), HttpStatus.CREATED).get("id").asString();
	}

}
