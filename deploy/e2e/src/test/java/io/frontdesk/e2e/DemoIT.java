package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

import org.junit.jupiter.api.Test;

import io.frontdesk.local.demo.Demo;

/** Fills the running system as {@code ./frontdesk demo} does. */
class DemoIT {

	private static final int TICKETS = 200;

	@Test
	void ticketsOfTheDemoAreInListSearchDashboardAndHistory() throws Exception {
		var alice = Frontdesk.api("alice@frontdesk.test");
		var openBefore = alice.get("/api/v1/dashboard").json().at("/counters/open").asLong();
		var demo = new Demo(Frontdesk.stack(), new PrintStream(new ByteArrayOutputStream()));
		var before = demo.tickets();
		demo.fill(TICKETS);
		assertThat(demo.tickets()).isEqualTo(before + TICKETS);

		var list = alice.get("/api/v1/tickets?limit=200&tag=printer").json();
		assertThat(list.get("items")).isNotEmpty().allSatisfy(row -> {
			assertThat(row.get("id").asLong()).isGreaterThanOrEqualTo(1_000_000);
			assertThat(row.at("/company/name").asString()).isNotEmpty();
		});
		assertThat(alice.get("/api/v1/tickets?q=printer").json().get("total").asInt()).isPositive();
		assertThat(alice.get("/api/v1/dashboard").json().at("/counters/open").asLong()).isGreaterThan(openBefore);

		assertThat(alice.get("/api/v1/canned-replies?q=screenshot").json().get("total").asInt()).isOne();
		var ticket = list.get("items").get(0).get("id").asLong();
		assertThat(alice.get("/api/v1/tickets/%d/messages".formatted(ticket)).json().get("items")).isNotEmpty();
		assertThat(alice.get("/api/v1/tickets/%d/history".formatted(ticket)).json().get("items")).isNotEmpty();

		var carols = Frontdesk.api("carol@example.com").get("/api/v1/tickets").json();
		assertThat(carols.get("items")).isNotEmpty()
				.allSatisfy(row -> assertThat(row.at("/requester/email").asString()).isEqualTo("carol@example.com"));
	}

	@Test
	void nobodyIsMailedAndTheServiceGoesOnGivingIds() throws Exception {
		new Demo(Frontdesk.stack(), new PrintStream(new ByteArrayOutputStream())).fill(20);
		Frontdesk.mail("demo-guest@example.org", "After the demo", "Is anybody there?");
		var ticket = Frontdesk.ticketIn(Frontdesk.awaitMail("demo-guest@example.org", _ -> true));
		var alice = Frontdesk.api("alice@frontdesk.test");
		assertThat(alice.get("/api/v1/tickets/" + ticket).status()).isEqualTo(200);
		alice.get("/api/v1/tickets?limit=200").json().get("items").forEach(row -> {
			var requester = row.at("/requester/email").asString();
			if (requester.endsWith(".example")) {
				assertThat(Frontdesk.inbox(requester)).as(requester).isEmpty();
			}
		});
	}

}
