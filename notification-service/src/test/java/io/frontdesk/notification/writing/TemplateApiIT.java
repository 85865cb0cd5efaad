package io.frontdesk.notification.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.frontdesk.events.Authentication.Proof;
import io.frontdesk.identity.Callers;
import io.frontdesk.notification.Api;
import io.frontdesk.notification.NotificationServiceTest;
import io.frontdesk.notification.Post;
import io.frontdesk.notification.Tickets;

@NotificationServiceTest
class TemplateApiIT {

	private static final String CHANGED = """
			{"subject": "Re: {{subject}} [#{{ticket}}]", "text": "Got it, {{name}}: {{ticket}}.\\r\\nBye"}""";

	private final Api root;

	private final Post post;

	@Autowired
	TemplateApiIT(MockMvcTester mvc, Post post) {
		this.root = new Api(mvc, Callers.superAdmin());
		this.post = post;
	}

	@AfterEach
	void reset() {
		this.root.delete("/templates/created?locale=en");
	}

	@Test
	void everyKindHasATemplateInEveryLanguage() {
		var all = Api.json(this.root.get("/templates"));
		var changeable = Stream.of(TemplateKey.values()).filter(TemplateKey::isChangeable).toList();
		assertThat(all.get("total").asInt()).isEqualTo(changeable.size() * 2);
		assertThat(all.get("items").valueStream().map(it -> it.get("locale") + " " + it.get("key")))
				.containsExactlyInAnyOrderElementsOf(Stream.of("en", "de")
						.flatMap(locale -> changeable.stream()
								.map(key -> "\"%s\" \"%s\"".formatted(locale, key.key())))
						.toList());
	}

	@Test
	void changedTemplateIsUsedUntilItIsReset() {
		var before = Api.json(this.root.get("/templates/created"));
		assertThat(before.get("custom").asBoolean()).isFalse();
		var changed = Api.json(this.root.put("/templates/created", CHANGED));
		assertThat(changed.get("custom").asBoolean()).isTrue();
		assertThat(changed.get("changedBy").asString()).isEqualTo("root@frontdesk.test");
		assertThat(Api.json(this.root.put("/templates/created?locale=en", CHANGED)).get("text")).isEqualTo(
				changed.get("text"));
		assertThat(Api.json(this.root.get("/templates/created?locale=de")).get("custom").asBoolean()).isFalse();
		var ticket = Post.newTicket();
		this.post.tell(Tickets.created(ticket, "template@example.org", Proof.PROVEN));
		assertThat(this.post.inbox("template@example.org", 1).getFirst().text().replace("\r\n", "\n"))
				.isEqualTo("Got it, template@example.org: %d.\nBye".formatted(ticket));
		assertThat(this.root.delete("/templates/created")).hasStatus(204);
		assertThat(this.root.delete("/templates/created")).hasStatus(204);
		assertThat(Api.json(this.root.get("/templates/created"))).isEqualTo(before);
	}

	@ParameterizedTest
	@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"ADDRESS_PROOF", "ADDRESS_CHANGE"})
	void everyTemplateCanBePreviewed(TemplateKey key) {
		for (var locale : new String[]{"en", "de"}) {
			var preview = Api
					.json(this.root.post("/templates/%s/preview?locale=%s".formatted(key.key(), locale), "{}"));
			assertThat(preview.get("subject").asString()).isEqualTo(
					!key.key().endsWith("unproven")
							? "Re: Printer on fire [#2233444]"
							: locale.equals("de") ? "Ihre Anfrage [#2233444]" : "Your request [#2233444]");
			assertThat(preview.get("text").asString()).contains("2233444").doesNotContain("{{");
			assertThat(preview.get("html").asString()).contains("2233444", "lang=\"" + locale + "\"");
		}
	}

	@Test
	void draftIsPreviewedWithTheTicketThatTheApiShowed() {
		var preview = Api.json(this.root.post("/templates/client-replied/preview",
				"""
						{"text": "{{author}}: {{body}} {{link}}",
						 "ticket": {"id": 7654321, "subject": "AW: Re: <Rechnung> [#7654321]", "message": "a < b", "priority": "mid",
						            "status": "open", "tags": ["x"], "requester": {"id": "463d327b-725f-3b45-85e5-46bd35b0bd35",
						            "email": "dora@example.org", "firstName": "Dora", "lastName": "Diaz", "company": null}}}"""));
		assertThat(preview.get("subject").asString()).isEqualTo("Re: <Rechnung> [#7654321]");
		assertThat(preview.get("text").asString())
				.isEqualTo("Dora Diaz <dora@example.org>: a < b http://localhost:8080/tickets/7654321");
		assertThat(preview.get("html").asString()).contains("a &lt; b");
	}

	@ParameterizedTest
	@ValueSource(strings = {"{}", "{\"subject\": \"[#{{ticket}}]\"}", "{\"subject\": \"\", \"text\": \"\"}",
			"{\"subject\": \"x\", \"text\": \"{{ticket}}\"}", "{\"subject\": \"[#{{ticket}}]\", \"text\": \"{{x}}\"}",
			"{\"subject\": \"[#{{ticket}}]\", \"text\": \"{{ticket}} {{#name}}\"}", "[]", "null", "{", "7",
			"{\"subject\": \"[#{{ticket}}]\", \"text\": \"{{ticket}}\\u0000\"}",
			"{\"subject\": 7, \"text\": \"{{ticket}}\"}",
			"{\"subject\": \"[#{{ticket}}]\", \"text\": \"{{ticket}}\", \"html\": \"\"}"})
	void badTemplateIsAProblemThatNamesIt(String body) {
		assertThat(this.root.put("/templates/created", body)).hasStatus(400).bodyJson().extractingPath("$.type")
				.isEqualTo("/problems/invalid-request");
		assertThat(Api.json(this.root.get("/templates/created")).get("custom").asBoolean()).isFalse();
	}

	@Test
	void draftWithFaultsIsNotPreviewed() {
		assertThat(this.root.post("/templates/created/preview", "{\"text\": \"{{shoeSize}}\"}")).hasStatus(400)
				.bodyJson().extractingPath("$.errors[*].field").asArray().containsExactly("text", "text");
	}

	@ParameterizedTest
	@ValueSource(strings = {"invite", "CREATED", "..%2Fcreated", "%00", "created?locale=fr", "created?locale=",
			"created?locale=../en", "created?locale=%00"})
	void templateThatIsNotThereIsAProblem(String path) {
		assertThat(this.root.get("/templates/" + path)).hasStatus4xxClientError();
		assertThat(this.root.put("/templates/" + path, CHANGED)).hasStatus4xxClientError();
		assertThat(this.root.delete("/templates/" + path)).hasStatus4xxClientError();
	}

}
