package io.frontdesk.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.frontdesk.events.Topics;
import io.frontdesk.identity.Callers;

/** What every service has, tried at this one. */
@OrgServiceTest
class DeadLettersIT {

	private final MockMvcTester mvc;

	private final KafkaTemplate<Object, Object> kafka;

	@Autowired
	DeadLettersIT(MockMvcTester mvc, KafkaTemplate<Object, Object> kafka) {
		this.mvc = mvc;
		this.kafka = kafka;
	}

	@Test
	void eventThatTheServiceGaveUpIsListedSentAgainAndCounted() {
		var mail = UUID.randomUUID();
		var broken = "{\"intakeId\": \"%s\", \"classification\": \"no such thing\"}".formatted(mail);
		for (var i = 0; i < 3; i++) {
			send(Topics.MAIL_RECEIVED, "sender", broken);
		}
		var page = await().atMost(Duration.ofMinutes(1))
				.until(() -> get("?topic=mail-received&limit=2"), list -> list.get("total").asInt() == 3);
		var letter = page.at("/items/0");
		assertThat(letter.get("id").asString()).startsWith("org-");
		assertThat(letter.get("mailId").asString()).isEqualTo(mail.toString());
		assertThat(letter.get("ticketId").isNull()).isTrue();
		assertThat(letter.get("direction").asString()).isEqualTo("receiving");
		var reason = letter.get("reason").asString();
		assertThat(reason).contains("no such thing");
		var rest = get("?topic=mail-received&limit=2&cursor=" + page.get("nextCursor").asString());
		assertThat(rest.get("items")).hasSize(1);
		assertThat(rest.at("/items/0/id")).isNotEqualTo(page.at("/items/1/id"));
		assertThat(rest.get("nextCursor").isNull()).isTrue();
		var again = json(post("/" + letter.get("id").asString() + "/resend", null));
		assertThat(again.get("outcome").asString()).isEqualTo("failed");
		assertThat(again.get("reason").asString()).isEqualTo(reason);
		assertThat(json(post("/resend", "{\"reason\": \"NO SUCH\"}")).toString())
				.isEqualTo("{\"handled\":0,\"failed\":3,\"waiting\":3,\"unavailable\":[]}");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '\0', delimiter = '|', value = {"/org-999999/resend|  |404|dead-letter-not-found",
			"/ticket-1/resend||404|dead-letter-not-found",
			"/org-99999999999999999999/resend||404|dead-letter-not-found",
			"/nothing/resend||404|dead-letter-not-found", "/resend|{}|400|invalid-request",
			"/resend|{\"reason\": \" \", \"all\": false}|400|invalid-request", "/resend|[]|400|invalid-request"})
	void whatCanNotBeSentAgainIsAProblem(String path, String body, int status, String type) {
		var answer = post(path, body);
		assertThat(answer).hasStatus(status);
		assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("/problems/" + type);
	}

	@ParameterizedTest
	@CsvSource({"limit=0,invalid-request", "limit=201,invalid-request", "cursor=x,bad-cursor",
			"cursor=OTk5OTk5OTk5OTk5OTk5OTkgb3JnLTE,bad-cursor"})
	void listThatIsAskedForWronglyIsAProblem(String query, String type) {
		var answer = this.mvc.get().uri("/api/v1/dead-letters?" + query).with(Callers.superAdmin()).exchange();
		assertThat(answer).hasStatus(400);
		assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("/problems/" + type);
	}

	@Test
	void reasonThatNoDatabaseCanHaveIsInNone() {
		assertThat(this.mvc.get()
				.uri("/api/v1/dead-letters")
				.param("reason", "\0nothing\0")
				.with(Callers.superAdmin())
				.exchange()).hasStatusOk().bodyJson().extractingPath("$.total").isEqualTo(0);
	}

	private void send(String topic, String key, String json) {
		var record = new ProducerRecord<Object, Object>(topic, key, json.getBytes(StandardCharsets.UTF_8));
		record.headers().add("ce_id", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
		this.kafka.send(record).join();
	}

	private JsonNode get(String query) {
		return json(this.mvc.get().uri("/api/v1/dead-letters" + query).with(Callers.superAdmin()).exchange());
	}

	private MvcTestResult post(String path, String body) {
		var request = this.mvc.post().uri("/api/v1/dead-letters" + path).with(Callers.superAdmin());
		return ((body != null) ? request.contentType(MediaType.APPLICATION_JSON).content(body) : request).exchange();
	}

	private static JsonNode json(MvcTestResult answer) {
		assertThat(answer).hasStatusOk();
		return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
	}

}
