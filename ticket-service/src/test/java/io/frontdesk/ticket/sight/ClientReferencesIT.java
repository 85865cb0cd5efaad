package io.frontdesk.ticket.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.frontdesk.events.CompanyChanged;
import io.frontdesk.events.Person;
import io.frontdesk.events.ProjectChanged;
import io.frontdesk.events.TaskChanged;
import io.frontdesk.events.UserChanged;
import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.ticket.Api;
import io.frontdesk.ticket.TicketServiceTest;
import io.frontdesk.ticket.organisation.Organisation;
import io.frontdesk.ticket.people.People;

/** What a client names in a request must be theirs; what is somebody else's answers as what is not there. */
@TicketServiceTest
class ClientReferencesIT {

	private static final Person RITA = Person.of("rita@references.example", "Rita");

	private static final Person OTHER = Person.of("other@references.example", "Other");

	private final Api rita;

	private final Api alice;

	private final Organisation organisation;

	private final UUID own = UUID.randomUUID();

	private final UUID foreign = UUID.randomUUID();

	@Autowired
	ClientReferencesIT(MockMvcTester mvc, Organisation organisation, People people) {
		this.rita = new Api(mvc, Callers.client(RITA.email()));
		this.alice = new Api(mvc, Callers.admin(Features.TICKET_READ, Features.TICKET_WRITE));
		this.organisation = organisation;
		organisation.update(new CompanyChanged(this.own, "Own", List.of(), true, 0));
		organisation.update(new CompanyChanged(this.foreign, "Foreign", List.of(), true, 0));
		people.update(List.of(user(RITA, this.own), user(OTHER, this.foreign)));
	}

	@Test
	void projectOfTheirCompanyIsTakenAndAnotherOneIsNoneAtAll() {
		var own = project(this.own, true);
		assertThat(this.rita.post("/tickets", named("project", own)).at("/project/name").asString())
				.isEqualTo("Project");
		for (var project : List.of(project(this.foreign, true), project(this.own, false))) {
			assertSameAnswer("project", project, UUID.randomUUID());
		}
		this.alice.post("/tickets", named("project", project(this.foreign, true)));
	}

	@Test
	void taskOfTheirCompanyIsTakenAndAnotherOneIsNoneAtAll() {
		var project = project(this.own, true);
		assertThat(this.rita.post("/tickets", named("task", task(project, true))).at("/task/name").asString())
				.isEqualTo("Task");
		for (var task : List.of(task(project(this.foreign, true), true), task(project, false),
				task(project(this.own, false), true))) {
			assertSameAnswer("task", task, UUID.randomUUID());
			assertSameAnswer("project\": \"%s\", \"task".formatted(project), task, UUID.randomUUID());
		}
	}

	@Test
	void whoIsInNoCompanyHasNoProject() {
		var nobody = new Api(this.rita.mvc(), Callers.client("nobody@references.example"));
		assertThat(nobody.send(HttpMethod.POST, "/tickets", named("project", project(this.own, true))))
				.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@Test
	void requesterWhomSomebodyElseIsAnswersAsOneWhomNobodyIs() {
		var requester = "\"requester\": {\"%s\": \"%s\"}";
		assertThat(refused(requester.formatted("id", OTHER.id())))
				.isEqualTo(refused(requester.formatted("id", UUID.randomUUID())));
		assertThat(refused(requester.formatted("email", OTHER.email())))
				.isEqualTo(refused(requester.formatted("email", "none@references.example")));
		for (var self : List.of(requester.formatted("id", RITA.id()), requester.formatted("email", RITA.email()))) {
			assertThat(this.rita.post("/tickets", body(self)).at("/requester/email").asString())
					.isEqualTo(RITA.email());
		}
	}

	/** So is an upload. */
	@Test
	void uploadOfSomebodyElseIsNone() {
		var upload = this.alice.mvc()
				.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders
						.post("/api/v1/attachments?filename=a.txt")
						.with(this.alice.caller())
						.contentType("application/octet-stream")
						.content("Hers."));
		var id = Api.json(upload, HttpStatus.CREATED).get("id").asString();
		assertThat(refused("\"attachments\": [\"%s\"]".formatted(id)))
				.isEqualTo(refused("\"attachments\": [\"%s\"]".formatted(UUID.randomUUID())));
	}

	private void assertSameAnswer(String field, UUID thing, UUID nothing) {
		assertThat(refused("\"%s\": \"%s\"".formatted(field, thing))).as(field)
				.isEqualTo(refused("\"%s\": \"%s\"".formatted(field, nothing)));
	}

	private String refused(String more) {
		var answer = this.rita.send(HttpMethod.POST, "/tickets", body(more));
		assertThat(answer).as(more).hasStatus4xxClientError();
		try {
			return answer.getResponse().getStatus() + " " + answer.getResponse().getContentAsString();
		} catch (UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String named(String field, UUID id) {
		return body("\"%s\": \"%s\"".formatted(field, id));
	}

	private static String body(String more) {
		return "{\"subject\": \"Mine\", \"message\": \"Please.\", %s}".formatted(more);
	}

	private UUID project(UUID company, boolean active) {
		var id = UUID.randomUUID();
		this.organisation.update(new ProjectChanged(id, "Project", "", company, active, 0));
		return id;
	}

	private UUID task(UUID project, boolean active) {
		var id = UUID.randomUUID();
		this.organisation.update(new TaskChanged(id, "Task", "", project, active, 0));
		return id;
	}

	private static UserChanged user(Person person, UUID company) {
		return new UserChanged(person.id(), person.email(), person.firstName(), person.lastName(), company, false,
				true, System.nanoTime());
	}

}
