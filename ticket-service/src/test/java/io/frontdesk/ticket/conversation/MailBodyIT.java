package io.frontdesk.ticket.conversation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.frontdesk.events.MailReceived.StoredFile;
import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.ticket.Api;
import io.frontdesk.ticket.Mails;
import io.frontdesk.ticket.TicketServiceTest;
import io.frontdesk.ticket.intake.MailDesk;

@TicketServiceTest
class MailBodyIT {

	private static final String HTML = "<p>Look: <img src=\"cid:photo&#64;example.org\" />"
			+ "<img data-remote-src=\"https://tracker.example/p.gif\" /></p>";

	private final MailDesk mails;

	private final Api alice;

	private final Api dora;

	private final Api carol;

	@Autowired
	MailBodyIT(MailDesk mails, MockMvcTester mvc) {
		this.mails = mails;
		this.alice = new Api(mvc, Callers.admin(Features.TICKET_READ));
		this.dora = new Api(mvc, Callers.client("dora@example.org"));
		this.carol = new Api(mvc, Callers.client("carol@example.com"));
	}

	@Test
	void imageOfTheMailIsShownAndARemoteOneOnlyIfAskedFor() {
		var ticket = Mails.receive(this.mails, Mails.from("dora@example.org")
				.html(HTML, image("photo@example.org"), image("unused@example.org"), image(null))
				.mail()).ticket();
		var message = this.alice.read("/tickets/%d/messages".formatted(ticket)).get("items").get(0);
		var files = message.get("attachments");
		assertThat(files.valueStream().map(file -> file.get("inline").asBoolean())).containsExactly(true, false, false);
		var body = "/tickets/%d/messages/%s/body".formatted(ticket, message.get("id").asString());
		assertThat(this.alice.get(body)).hasStatusOk().hasContentTypeCompatibleWith(MediaType.TEXT_HTML);
		assertThat(policy(body))
				.contains("default-src 'none'", "img-src 'self' data:;", "sandbox allow-same-origin allow-popups")
				.doesNotContain("allow-scripts", "http");
		assertThat(this.alice.get(body)).bodyText()
				.contains("src=\"/api/v1/attachments/%s\"".formatted(files.get(0).get("id").asString()))
				.doesNotContain(" src=\"https://tracker.example");
		assertThat(policy(body + "?remoteImages=true")).contains("img-src 'self' data: https: http:;");
		assertThat(this.alice.get(body + "?remoteImages=true")).bodyText()
				.contains(" src=\"https://tracker.example/p.gif\"");
	}

	@Test
	void pictureThatBrowsersCanNotShowIsAFileBesideTheMail() {
		var photo = new StoredFile("IMG_1.HEIC", "image/heic", 3, "0".repeat(64), "0".repeat(64), "photo@example.org",
				true);
		var ticket = Mails.receive(this.mails, Mails.from("dora@example.org").html(HTML, photo).mail()).ticket();
		var message = this.alice.read("/tickets/%d/messages".formatted(ticket)).get("items").get(0);
		assertThat(message.at("/attachments/0/inline").asBoolean()).isFalse();
		assertThat(this.alice.get("/tickets/%d/messages/%s/body".formatted(ticket, message.get("id").asString())))
				.bodyText()
				.doesNotContain("/api/v1/attachments/");
	}

	@Test
	void formattedMailIsFoldedAndUnfolded() {
		var ticket = Mails.receive(this.mails, Mails.from("dora@example.org")
				.saying("The red one.", "The red one.\n\n> Which one?")
				.html("<p>The <b>red</b> one.</p><blockquote>Which one?</blockquote>")
				.mail()).ticket();
		var message = this.alice.read("/tickets/%d/messages".formatted(ticket)).get("items").get(0);
		var body = "/tickets/%d/messages/%s/body".formatted(ticket, message.get("id").asString());
		assertThat(this.alice.get(body)).bodyText().contains("Which one?").doesNotContain("data-folded");
		assertThat(this.alice.get(body + "?quoted=false")).bodyText()
				.contains("<b>red</b>", "<html data-folded>")
				.doesNotContain("Which one?");
	}

	@Test
	void quotedHistoryCanBeUnfoldedByWhoMaySeeTheMessage() {
		var ticket = Mails
				.receive(this.mails,
						Mails.from("dora@example.org").saying("Still smoking.", "Still smoking.\n> <script>").mail())
				.ticket();
		var message = this.dora.read("/tickets/%d/messages".formatted(ticket)).get("items").get(0);
		assertThat(message.get("body").asString()).isEqualTo("Still smoking.");
		assertThat(message.get("hasQuoted").asBoolean()).isTrue();
		var text = "/tickets/%d/messages/%s/text".formatted(ticket, message.get("id").asString());
		for (var reader : new Api[]{this.alice, this.dora}) {
			assertThat(reader.get(text)).hasStatusOk()
					.hasContentTypeCompatibleWith(MediaType.TEXT_PLAIN)
					.bodyText()
					.isEqualTo("Still smoking.\n> <script>");
		}
		assertThat(this.carol.get(text)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void whatTheFirstMailQuotesIsFoundBySearch() {
		var word = "w" + UUID.randomUUID().toString().replace("-", "");
		var ticket = Mails
				.receive(this.mails,
						Mails.from("dora@example.org").saying("See below.", "See below.\n\n> " + word).mail())
				.ticket();
		assertThat(
				this.alice.read("/tickets?q=" + word).get("items").valueStream().map(found -> found.get("id").asLong()))
				.containsExactly(ticket);
	}

	private String policy(String path) {
		return requireNonNull(this.alice.get(path).getResponse().getHeader("Content-Security-Policy"));
	}

	private static StoredFile image(@Nullable String contentId) {
		return new StoredFile("photo.png", "image/png", 3, "0".repeat(64), "0".repeat(64), contentId, true);
	}

}
