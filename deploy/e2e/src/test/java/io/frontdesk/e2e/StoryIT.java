package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;

import io.frontdesk.local.mail.Letter;

/** A mail goes in, a ticket opens, the automatic reply comes out; and what follows. */
class StoryIT {

	private static final String DORA = "dora@example.org";

	@Test
	void mailOpensATicketThatAliceSeesAndCloses() {
		Frontdesk.mail(DORA, "Printer on fire", "It smokes.");
		var reply = Frontdesk.awaitMail(DORA, _ -> true);
		var ticket = Frontdesk.ticketIn(reply);
		assertThat(reply.subject()).as("to an address that nothing proves")
				.isEqualTo("Your request [#%d]".formatted(ticket));
		assertThat(reply.toString()).doesNotContain("Printer", "smokes");
		assertThat(reply.text()).contains(DORA);
		assertThat(ticket).isBetween(1_000_000L, 9_999_999L);

		var alice = Frontdesk.api("alice@frontdesk.test");
		var listed = alice.get("/api/v1/tickets");
		assertThat(listed.status()).isEqualTo(200);
		assertThat(StreamSupport.stream(listed.json().get("items").spliterator(), false))
				.anySatisfy(item -> assertThat(item.get("id").asLong()).isEqualTo(ticket));

		var closed = alice.patch("/api/v1/tickets/" + ticket, "{\"status\": \"closed\"}");
		assertThat(closed.status()).isEqualTo(200);
		assertThat(closed.json().get("responseTime").isNull()).isFalse();
		var told = Frontdesk.awaitMail(DORA, mail -> mail.text().contains("ticket %d is now closed".formatted(ticket)));
		assertThat(told.subject()).isEqualTo("Your request [#%d]".formatted(ticket));
	}

	@Test
	void sameMailAgainIsNoSecondTicketAndTheAnswerLandsInTheFirst() {
		var sender = "erik@example.org";
		var letter = new Letter(sender, Frontdesk.stack().supportAddress(), "Broken door", "It squeaks.", List.of(),
				Optional.of("<door@example.org>"), Optional.empty(), List.of());
		Frontdesk.mail(letter);
		var reply = Frontdesk.awaitMail(sender, _ -> true);
		var ticket = Frontdesk.ticketIn(reply);
		Frontdesk.mail(letter);
		Frontdesk.mail(Letter.of(sender, reply.header("Reply-To").orElseThrow(), "AW: door", "It fell.")
				.inReplyTo(reply.messageId()));

		var alice = Frontdesk.api("alice@frontdesk.test");
		var messages = await().atMost(Frontdesk.PATIENCE)
				.until(() -> alice.get("/api/v1/tickets/%d/messages".formatted(ticket)).json(),
						page -> page.get("total").asInt() == 2);
		assertThat(messages.get("items").get(1).get("body").asString()).isEqualTo("It fell.");
		assertThat(Frontdesk.inbox(sender)).as("automatic replies").hasSize(1);
	}

	@Test
	void whoHasNoTokenOrNoPartInATicketDoesNotSeeIt() {
		Frontdesk.mail("frida@example.org", "Secret", "Salaries.");
		var ticket = Frontdesk.ticketIn(Frontdesk.awaitMail("frida@example.org", _ -> true));
		var path = "/api/v1/tickets/" + ticket;

		var nobody = Frontdesk.apiOfNobody().get(path);
		assertThat(nobody.status()).isEqualTo(401);
		assertThat(nobody.type()).startsWith("application/problem+json");
		assertThat(Frontdesk.apiOfNobody().get("/api/v1/tickets").status()).isEqualTo(401);

		var carol = Frontdesk.api("carol@example.com");
		assertThat(carol.get(path).status()).isEqualTo(404);
		assertThat(carol.get(path + "/messages").status()).isEqualTo(404);
		assertThat(carol.patch(path, "{\"status\": \"closed\"}").status()).isEqualTo(404);
		assertThat(StreamSupport.stream(carol.get("/api/v1/tickets").json().get("items").spliterator(), false))
				.allSatisfy(item -> assertThat(item.get("requester").get("email").asString())
						.isEqualTo("carol@example.com"));
		assertThat(Frontdesk.root().get(path).status()).isEqualTo(200);
	}

	@Test
	void meIsWhoLoggedIn() {
		var me = Frontdesk.api("alice@frontdesk.test").get("/api/v1/me").json();
		assertThat(me.get("email").asString()).isEqualTo("alice@frontdesk.test");
		assertThat(me.get("firstName").asString()).isEqualTo("Alice");
		assertThat(me.get("role").asString()).isEqualTo("admin");
		assertThat(StreamSupport.stream(me.get("features").spliterator(), false).map(node -> node.asString()))
				.containsExactly("org:read", "report:read", "ticket:read", "ticket:write", "user:read");
	}

}
