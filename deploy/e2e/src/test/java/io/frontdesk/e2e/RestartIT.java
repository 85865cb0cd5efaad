package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.frontdesk.local.stack.Status;

class RestartIT {

	@Test
	void ticketsAndMailsAreStillThereAfterDownAndUp() {
		Frontdesk.mail("hugo@example.org", "Before the break", "Remember me.");
		var ticket = Frontdesk.ticketIn(Frontdesk.awaitMail("hugo@example.org", _ -> true));
		Frontdesk.restart();
		assertThat(Frontdesk.stack().status())
				.allSatisfy(status -> assertThat(status.health()).isEqualTo(Status.Health.HEALTHY));
		var found = Frontdesk.api("alice@frontdesk.test").get("/api/v1/tickets/" + ticket);
		assertThat(found.json().get("subject").asString()).isEqualTo("Before the break");
		assertThat(Frontdesk.inbox("hugo@example.org")).hasSize(1);
		Frontdesk.mail("hugo@example.org", "After the break", "Still there?");
		Frontdesk.awaitMail("hugo@example.org", mail -> Frontdesk.ticketIn(mail) != ticket);
	}

}
