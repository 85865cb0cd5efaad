package io.frontdesk.org.companies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.frontdesk.events.CompanyChanged;
import io.frontdesk.events.DomainEvent;
import io.frontdesk.events.Heard;
import io.frontdesk.events.Person;
import io.frontdesk.events.ProjectChanged;
import io.frontdesk.events.TaskChanged;
import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.org.Api;
import io.frontdesk.org.OrgServiceTest;
import io.frontdesk.org.users.Directory;

@OrgServiceTest
class OrganisationIT {

	private final Api root;

	private final Heard heard;

	private final Directory directory;

	@Autowired
	OrganisationIT(MockMvcTester mvc, Heard heard, Directory directory) {
		this.root = new Api(mvc, Callers.superAdmin());
		this.heard = heard;
		this.directory = directory;
	}

	@Test
	void everyChangeIsToldWithTheWholeRow() {
		var company = company("Tellers", "tellers.example");
		var project = project("Tower", company);
		var task = task("Bricks", project);
		this.root.patch(company, "{\"name\": \"Tellers & Sons\", \"domains\": [\"b.example\", \"A.example\"]}");
		this.root.patch(project, "{\"description\": \"High\"}");
		this.root.patch(task, "{\"active\": false}");
		this.root.patch(task, "{\"active\": false}");
		assertThat(heardOf(CompanyChanged.class, company, 2)).containsExactly(
				new CompanyChanged(uuid(company), "Tellers", List.of("tellers.example"), true, 0),
				new CompanyChanged(uuid(company), "Tellers & Sons", List.of("a.example", "b.example"), true, 1));
		assertThat(heardOf(ProjectChanged.class, project, 2).getLast())
				.isEqualTo(new ProjectChanged(uuid(project), "Tower", "High", uuid(company), true, 1));
		assertThat(heardOf(TaskChanged.class, task, 2))
				.containsExactly(new TaskChanged(uuid(task), "Bricks", "", uuid(project), true, 0),
						new TaskChanged(uuid(task), "Bricks", "", uuid(project), false, 1));
	}

	@Test
	void whatHasLiveChildrenIsNotDeletedAndComesBackOnlyIntoALiveParent() {
		var company = company("Parents");
		var project = project("Child", company);
		var task = task("Grandchild", project);
		this.directory.meetLogin(new io.frontdesk.org.users.Login(Person.of("p@parents.example", ""),
				io.frontdesk.identity.Role.CLIENT, List.of(), "k", null));
		var user = "/users/" + Person.idOf("p@parents.example");
		assertThat(this.root.patch(user, "{\"company\": \"%s\"}".formatted(Api.id(company)))).hasStatusOk();
		assertThat(this.root.delete(company)).hasStatus(HttpStatus.CONFLICT).bodyJson()
				.hasPathSatisfying("$.type", type -> type.assertThat().isEqualTo("/problems/company-in-use"))
				.hasPathSatisfying("$.children.projects", count -> count.assertThat().isEqualTo(1))
				.hasPathSatisfying("$.children.users", count -> count.assertThat().isEqualTo(1));
		assertThat(this.root.delete(project)).hasStatus(HttpStatus.CONFLICT).bodyJson()
				.extractingPath("$.children.tasks").isEqualTo(1);
		for (var thing : List.of(task, project, user, company)) {
			assertThat(this.root.delete(thing)).hasStatus(HttpStatus.NO_CONTENT);
		}
		for (var thing : List.of(task, project, user)) {
			assertThat(this.root.patch(thing, "{\"active\": true}")).hasStatus(HttpStatus.BAD_REQUEST).bodyJson()
					.extractingPath("$.errors[0].message").asString().startsWith("there is no active");
		}
		for (var thing : List.of(company, project, task, user)) {
			assertThat(this.root.patch(thing, "{\"active\": true}")).hasStatusOk();
		}
	}

	@Test
	void companyIsNotDeletedBehindTheBackOfAProjectThatIsJustMade() throws Exception {
		for (var round = 0; round < 10; round++) {
			var company = company("Race " + round);
			var together = new CountDownLatch(2);
			try (var callers = Executors.newFixedThreadPool(2)) {
				var deleted = callers.submit(() -> {
					together.countDown();
					together.await();
					return this.root.delete(company).getResponse().getStatus();
				});
				var made = callers.submit(() -> {
					together.countDown();
					together.await();
					return this.root
							.post("/projects", "{\"name\": \"P\", \"company\": \"%s\"}".formatted(Api.id(company)))
							.getResponse().getStatus();
				});
				assertThat(List.of(deleted.get(), made.get())).isIn(List.of(204, 400), List.of(409, 201));
			}
		}
	}

	@Test
	void domainLeadsToOneCompany() {
		company("First", "one.example");
		var second = company("Second");
		assertThat(this.root.patch(second, "{\"domains\": [\"ONE.example\"]}")).hasStatus(HttpStatus.CONFLICT)
				.bodyJson()
				.hasPathSatisfying("$.type", type -> type.assertThat().isEqualTo("/problems/domain-taken"))
				.hasPathSatisfying("$.errors[0].field", field -> field.assertThat().isEqualTo("domains"));
		assertThat(this.root.patch(second, "{\"domains\": [\"ok.example\", \"gmail.com\"]}"))
				.hasStatus(HttpStatus.BAD_REQUEST).bodyJson()
				.hasPathSatisfying("$.errors[0].field", field -> field.assertThat().isEqualTo("domains[1]"))
				.hasPathSatisfying("$.errors[0].message",
						message -> message.assertThat().asString().contains("anybody"));
	}

	@Test
	void twoCompaniesThatTakeADomainAtOnceGetItOnce() throws Exception {
		var together = new CountDownLatch(2);
		try (var callers = Executors.newFixedThreadPool(2)) {
			var answers = Stream.of("A", "B").map(name -> callers.submit(() -> {
				together.countDown();
				together.await();
				return this.root.post("/companies",
						"{\"name\": \"%s\", \"domains\": [\"contested.example\"]}".formatted(name)).getResponse()
						.getStatus();
			})).toList();
			assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(201, 409);
		}
	}

	@Test
	void changeBasedOnAnOldVersionIsRefused() {
		for (var path : threeThings("Versioned")) {
			var seen = this.root.get(path).getResponse().getHeader(HttpHeaders.ETAG);
			assertThat(this.root.patch(path, "{\"name\": \"Newer\"}", seen)).hasStatusOk()
					.hasHeader(HttpHeaders.ETAG, "\"1\"");
			assertThat(this.root.patch(path, "{\"name\": \"Older\"}", seen)).hasStatus(HttpStatus.PRECONDITION_FAILED)
					.bodyJson().extractingPath("$.type").isEqualTo("/problems/changed");
			assertThat(this.root.call(org.springframework.http.HttpMethod.DELETE, path, null, seen))
					.hasStatus(HttpStatus.PRECONDITION_FAILED);
			assertThat(this.root.get(path)).bodyJson().extractingPath("$.name").isEqualTo("Newer");
		}
	}

	@Test
	void pagesHaveNoGapsAndNoRepeats() {
		var company = company("Pager");
		for (var i = 0; i < 7; i++) {
			project("page % _ " + (i % 3), company);
		}
		for (var sort : List.of("name", "-name")) {
			var seen = new ArrayList<String>();
			var cursor = "";
			for (var pages = 0; pages < 10; pages++) {
				var body = Api.json(this.root
						.get("/projects?limit=3&sort=" + sort + "&company=" + Api.id(company) + cursor));
				body.get("items").forEach(item -> seen.add(item.get("id").asString()));
				assertThat(body.get("total").asInt()).isEqualTo(7);
				if (body.get("nextCursor").isNull()) {
					break;
				}
				cursor = "&cursor=" + body.get("nextCursor").asString();
			}
			assertThat(seen).hasSize(7).doesNotHaveDuplicates();
		}
	}

	@Test
	void searchFindsAPartInAnyCaseAndTakesNoWildcards() {
		company("Ärger & Söhne 100%_\\");
		for (var q : List.of("%C3%84RGER", "s%C3%B6hne", "100%25_%5C", "%20%20SÖHNE".replace("Ö", "%C3%96"))) {
			assertThat(this.root.get("/companies?q=" + q)).hasStatusOk().bodyJson().extractingPath("$.total")
					.isEqualTo(1);
		}
		for (var q : List.of("%25rger%25S", "_rger", "%C3%84rger%5C")) {
			assertThat(this.root.get("/companies?q=" + q)).hasStatusOk().bodyJson().extractingPath("$.total")
					.isEqualTo(0);
		}
	}

	@Test
	void deletedThingsAreShownWhenAskedFor() {
		var path = company("Gone Away");
		assertThat(this.root.delete(path)).hasStatus(HttpStatus.NO_CONTENT);
		assertThat(this.root.delete(path)).hasStatus(HttpStatus.NO_CONTENT);
		assertThat(this.root.get(path)).hasStatusOk().bodyJson().extractingPath("$.active").isEqualTo(false);
		assertThat(this.root.get("/companies?q=gone")).bodyJson().extractingPath("$.total").isEqualTo(0);
		assertThat(this.root.get("/companies?q=gone&active=false")).bodyJson().extractingPath("$.total").isEqualTo(1);
		assertThat(this.root.get("/companies?q=gone&active=all")).bodyJson().extractingPath("$.total").isEqualTo(1);
	}

	@Test
	void clientSeesTheLiveProjectsAndTasksOfTheirCompanyOnly() {
		var own = company("Own", "own.example");
		var project = project("Seen", own);
		task("Also seen", project);
		assertThat(this.root.delete(project("Deleted", own))).hasStatus(HttpStatus.NO_CONTENT);
		var other = company("Other");
		task("Hidden", project("Hidden", other));
		this.directory.meetClients(List.of(Person.of("c@own.example", "C")));
		var client = this.root.as(Callers.client("c@own.example"));
		for (var more : List.of("", "?active=all", "?company=" + Api.id(other))) {
			assertThat(client.get("/projects" + more)).hasStatusOk().bodyJson().extractingPath("$.items[*].name")
					.asArray().containsExactly("Seen");
			assertThat(client.get("/tasks" + more)).hasStatusOk().bodyJson().extractingPath("$.items[*].name")
					.asArray().containsExactly("Also seen");
		}
		assertThat(client.get("/tasks?project=" + uuid(other))).hasStatusOk().bodyJson().extractingPath("$.total")
				.isEqualTo(0);
		assertThat(client.get(project)).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(this.root.as(Callers.client("nobody@nowhere.example")).get("/projects")).hasStatusOk().bodyJson()
				.extractingPath("$.total").isEqualTo(0);
	}

	@Test
	void editingAndDeletingAreTwoFeatures() {
		for (var path : threeThings("Featured")) {
			var editor = this.root.as(Callers.admin(Features.ORG_READ, Features.ORG_WRITE));
			var deleter = this.root.as(Callers.admin(Features.ORG_READ, Features.ORG_DELETE));
			assertThat(editor.patch(path, "{\"name\": \"E\"}")).hasStatusOk();
			assertThat(editor.patch(path, "{\"active\": false}")).hasStatus(HttpStatus.FORBIDDEN).bodyJson()
					.extractingPath("$.detail").asString().contains("the feature org:delete");
			assertThat(deleter.patch(path, "{\"name\": \"D\"}")).hasStatus(HttpStatus.FORBIDDEN).bodyJson()
					.extractingPath("$.detail").asString().contains("the feature org:write");
			assertThat(deleter.patch(path, "{\"active\": true}")).hasStatusOk();
		}
	}

	private List<String> threeThings(String name) {
		var company = company(name);
		var project = project(name, company);
		return List.of(company, project, task(name, project));
	}

	private String company(String name, String... domains) {
		var list = Stream.of(domains).map("\"%s\""::formatted).toList();
		return this.root.created("/companies",
				"{\"name\": \"%s\", \"domains\": %s}".formatted(name.replace("\\", "\\\\"), list));
	}

	private String project(String name, String company) {
		return this.root.created("/projects",
				"{\"name\": \"%s\", \"company\": \"%s\"}".formatted(name, Api.id(company)));
	}

	private String task(String name, String project) {
		return this.root.created("/tasks", "{\"name\": \"%s\", \"project\": \"%s\"}".formatted(name, Api.id(project)));
	}

	private <T extends DomainEvent> List<T> heardOf(Class<T> type, String path, int count) {
		await().atMost(Duration.ofMinutes(1)).until(() -> this.heard.of(type, Api.id(path)).size() >= count);
		return this.heard.of(type, Api.id(path));
	}

	private static UUID uuid(String path) {
		return UUID.fromString(Api.id(path));
	}

}
