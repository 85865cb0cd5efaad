package io.frontdesk.ticket.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.ticket.Api;
import io.frontdesk.ticket.TicketServiceTest;

@TicketServiceTest
class PresenceIT {

	private final Presence presence;

	private final JdbcClient jdbc;

	private final Api alice;

	private final Api reader;

	private final Api dora;

	@Autowired
	PresenceIT(Presence presence, JdbcClient jdbc, MockMvcTester mvc) {
		this.presence = presence;
		this.jdbc = jdbc;
		this.alice = new Api(mvc, Callers.admin(Features.TICKET_READ, Features.TICKET_WRITE));
		this.reader = new Api(mvc, Callers.adminOf("rosa@frontdesk.test", Features.TICKET_READ));
		this.dora = new Api(mvc, Callers.client("dora@example.org"));
	}

	@Test
	void staffAreSeenUntilTheyGo() {
		var ticket = this.dora.raise("Printer on fire");
		assertThat(say(this.alice, ticket, "viewing")).isEqualTo(HttpStatus.NO_CONTENT);
		assertThat(states(ticket)).containsExactly("viewing");
		say(this.alice, ticket, "replying");
		say(this.reader, ticket, "viewing");
		assertThat(states(ticket)).containsExactlyInAnyOrder("replying", "viewing");
		say(this.alice, ticket, "away");
		assertThat(states(ticket)).containsExactly("viewing");
	}

	@Test
	void pagesAreToldOfWhatIsNewAndOfNothingElse() {
		var ticket = this.dora.raise("Printer on fire");
		say(this.alice, ticket, "viewing");
		say(this.alice, ticket, "viewing");
		assertThat(told(ticket)).isEqualTo(1);
		say(this.alice, ticket, "replying");
		assertThat(told(ticket)).isEqualTo(2);
		say(this.alice, ticket, "away");
		say(this.alice, ticket, "away");
		assertThat(told(ticket)).isEqualTo(3);
	}

	@Test
	void whoSaysNothingForAMinuteIsGone() {
		var ticket = this.dora.raise("Printer on fire");
		say(this.alice, ticket, "replying");
		this.jdbc.sql("update presence set until = ? where ticket_id = ?")
				.params(Instant.now().minus(Duration.ofSeconds(1)).atOffset(ZoneOffset.UTC), ticket)
				.update();
		assertThat(states(ticket)).isEmpty();
		this.presence.forget();
		assertThat(told(ticket)).isEqualTo(2);
	}

	@Test
	void whoIsThereIsNothingForClients() {
		var ticket = this.dora.raise("Printer on fire");
		assertThat(say(this.dora, ticket, "viewing")).isEqualTo(HttpStatus.FORBIDDEN);
		assertThat(this.dora.get("/presence")).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(say(this.alice, 9_999_999, "viewing")).isEqualTo(HttpStatus.NOT_FOUND);
		assertThat(say(this.alice, ticket, "asleep")).isEqualTo(HttpStatus.BAD_REQUEST);
	}

	private HttpStatus say(Api who, long ticket, String state) {
		var answer = who.send(HttpMethod.POST, "/tickets/%d/presence".formatted(ticket),
				"{\"state\": \"%s\"}".formatted(state));
		return HttpStatus.valueOf(answer.getResponse().getStatus());
	}

	private List<String> states(long ticket) {
		return this.alice.read("/presence")
				.get("items")
				.valueStream()
				.filter(it -> it.get("ticketId").asLong() == ticket)
				.map(it -> it.get("state").asString())
				.toList();
	}

	/** Those that await their number, and those that have one. */
	private long told(long ticket) {
		return this.jdbc.sql("""
				select (select count(*) from live_pending where type = 'presence' and ticket_id = :ticket)
				     + (select count(*) from live_event where type = 'presence' and ticket_id = :ticket)
				""").param("ticket", ticket).query(Long.class).single();
	}

}
