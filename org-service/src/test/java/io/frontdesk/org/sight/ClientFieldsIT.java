package io.frontdesk.org.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.frontdesk.events.Person;
import io.frontdesk.identity.Callers;
import io.frontdesk.org.Api;
import io.frontdesk.org.OrgServiceTest;
import io.frontdesk.org.users.Directory;

/** Each field that a client sees, by name: whoever adds one has to think about clients. */
@OrgServiceTest
class ClientFieldsIT {

	private final Api root;

	private final Api client;

	private final Directory directory;

	@Autowired
	ClientFieldsIT(MockMvcTester mvc, Directory directory) {
		this.root = new Api(mvc, Callers.superAdmin());
		this.client = this.root.as(Callers.client("fred@fields.example"));
		this.directory = directory;
	}

	@Test
	void projectsTasksAndTheCallerShowTheseAndNoMore() {
		var company = this.root.created("/companies", "{\"name\": \"Fields\", \"domains\": [\"fields.example\"]}");
		var project = this.root.created("/projects",
				"{\"name\": \"Project\", \"company\": \"%s\"}".formatted(Api.id(company)));
		this.root.created("/tasks", "{\"name\": \"Task\", \"project\": \"%s\"}".formatted(Api.id(project)));
		this.directory.meetClients(List.of(Person.of("fred@fields.example", "Fred Fields")));
		assertThat(Api.json(this.client.get("/projects")).at("/items/0").propertyNames())
				.containsExactlyInAnyOrder("id", "name", "description", "company", "active", "version");
		assertThat(Api.json(this.client.get("/tasks")).at("/items/0").propertyNames())
				.containsExactlyInAnyOrder("id", "name", "description", "project", "active", "version");
		assertThat(Api.json(this.client.get("/me")).propertyNames()).containsExactlyInAnyOrder("id", "email",
				"firstName", "lastName", "company", "role", "features", "language", "signature", "preferences");
		assertThat(Api.json(this.client.get("/me")).get("preferences").propertyNames()).containsExactlyInAnyOrder(
				"timeZone", "theme", "density", "shortcuts", "undoDelay", "afterSend", "mails");
	}

}
