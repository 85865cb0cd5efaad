package io.frontdesk.ticket.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import io.frontdesk.events.CompanyChanged;
import io.frontdesk.events.Person;
import io.frontdesk.events.UserChanged;
import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.ticket.Api;
import io.frontdesk.ticket.Mails;
import io.frontdesk.ticket.TicketServiceTest;
import io.frontdesk.ticket.intake.MailDesk;
import io.frontdesk.ticket.organisation.Organisation;
import io.frontdesk.ticket.people.People;

@TicketServiceTest
class RequesterIT {

	private final String before = "%s@work.example".formatted(UUID.randomUUID());

	private final String after = "%s@home.example".formatted(UUID.randomUUID());

	private final MockMvcTester mvc;

	private final Api alice;

	private final MailDesk mails;

	private final Organisation organisation;

	private final People people;

	private final JdbcClient jdbc;

	@Autowired
	RequesterIT(MockMvcTester mvc, MailDesk mails, Organisation organisation, People people, JdbcClient jdbc) {
		this.mvc = mvc;
		this.alice = new Api(mvc, Callers.admin(Features.TICKET_READ, Features.TICKET_WRITE));
		this.mails = mails;
		this.organisation = organisation;
		this.people = people;
		this.jdbc = jdbc;
	}

	@Test
	void staffGiveATicketToSomebodyOfWhomNobodyHasHeard() {
		var ticket = Mails.receive(this.mails, Mails.from(this.before).answerTo("nora@old.example").mail()).ticket();
		var changed = change(ticket,
				"{\"email\": \"%s\", \"firstName\": \"Nora\", \"lastName\": \"Quist\"}".formatted(this.after));
		assertThat(changed.at("/requester/email").asString()).isEqualTo(this.after);
		assertThat(changed.at("/requester/lastName").asString()).isEqualTo("Quist");
		assertThat(history(ticket)).contains("requester: %s > %s".formatted(this.before, this.after),
				"answerTo: nora@old.example > null");
		assertThat(this.jdbc.sql("select answer_to is null from ticket where id = ?").param(ticket).query(Boolean.class)
				.single()).isTrue();
	}

	@Test
	void ticketIsTheNewRequestersAndNoLongerTheOldOnes() {
		var ticket = Mails.receive(this.mails, Mails.from(this.before).mail()).ticket();
		change(ticket, "{\"email\": \"%s\"}".formatted(this.after));
		assertThat(new Api(this.mvc, Callers.client(this.before)).get("/tickets/" + ticket))
				.hasStatus(HttpStatus.NOT_FOUND);
		assertThat(
				new Api(this.mvc, Callers.client(this.after)).read("/tickets").get("items").get(0).get("id").asLong())
				.isEqualTo(ticket);
		assertThat(this.alice.read("/tickets?q=" + this.after).get("total").asInt()).isOne();
	}

	@Test
	void companyOfTheTicketBecomesThatOfItsRequester() {
		var company = UUID.randomUUID();
		var person = Person.of(this.after, "Nora Quist");
		this.organisation.update(new CompanyChanged(company, "Kettles", List.of(), true, 0));
		this.people.update(
				List.of(new UserChanged(person.id(), this.after, "Nora", "Quist", company, false, true, 0)));
		var ticket = Mails.receive(this.mails, Mails.from(this.before).mail()).ticket();
		assertThat(change(ticket, "{\"id\": \"%s\"}".formatted(person.id())).at("/company/id").asString())
				.isEqualTo(company.toString());
		assertThat(history(ticket)).contains("company: null > " + company);
	}

	@Test
	void sameRequesterIsNoChange() {
		var ticket = Mails.receive(this.mails, Mails.from(this.before).answerTo("nora@old.example").mail()).ticket();
		var version = this.alice.read("/tickets/" + ticket).get("version").asLong();
		assertThat(change(ticket, "{\"email\": \"%s\"}".formatted(this.before)).get("version").asLong())
				.isEqualTo(version);
	}

	@Test
	void nobodyCanBeTheRequester() {
		var ticket = Mails.receive(this.mails, Mails.from(this.before).mail()).ticket();
		for (var nobody : List.of("{}", "{\"id\": \"%s\"}".formatted(UUID.randomUUID()))) {
			assertThat(
					Api.json(send(this.alice, ticket, nobody), HttpStatus.UNPROCESSABLE_CONTENT).get("type").asString())
					.isEqualTo("/problems/requester-unknown");
		}
		assertThat(send(this.alice, ticket, "{\"email\": \"no address\"}")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(send(new Api(this.mvc, Callers.client(this.before)), ticket, "{\"email\": \"a@b.example\"}"))
				.hasStatus(HttpStatus.FORBIDDEN);
	}

	private JsonNode change(long ticket, String requester) {
		return Api.json(send(this.alice, ticket, requester), HttpStatus.OK);
	}

	private static MvcTestResult send(Api api, long ticket,
			String requester) {
		return api.send(HttpMethod.PATCH, "/tickets/" + ticket, "{\"requester\": %s}".formatted(requester));
	}

	private List<String> history(long ticket) {
		return this.alice.read("/tickets/%d/history".formatted(ticket))
				.get("items")
				.valueStream()
				.map(entry -> "%s: %s > %s".formatted(entry.get("field").asString(), text(entry.get("before")),
						text(entry.get("after"))))
				.toList();
	}

	private static String text(JsonNode value) {
		return value.isNull() ? "null" : value.asString();
	}

}
