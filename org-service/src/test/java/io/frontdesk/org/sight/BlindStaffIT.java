package io.frontdesk.org.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.org.Api;
import io.frontdesk.org.OrgServiceTest;

/** Staff who may change what they may not see. */
@OrgServiceTest
class BlindStaffIT {

	private final Api root;

	private final Api writer;

	private final Api deleter;

	@Autowired
	BlindStaffIT(MockMvcTester mvc) {
		this.root = new Api(mvc, Callers.superAdmin());
		this.writer = this.root.as(Callers.admin(Features.ORG_WRITE, Features.USER_WRITE));
		this.deleter = this.root.as(Callers.admin(Features.ORG_DELETE));
	}

	@Test
	void areToldTheIdOfWhatTheyMadeAndNoMore() {
		var company = made("/companies", "{\"name\": \"Made blindly\"}");
		var project = made("/projects", "{\"name\": \"Made blindly\", \"company\": \"%s\"}".formatted(company));
		made("/tasks", "{\"name\": \"Made blindly\", \"project\": \"%s\"}".formatted(project));
		made("/users", "{\"email\": \"%s@blind.example\", \"company\": \"%s\"}".formatted(UUID.randomUUID(), company));
	}

	@Test
	void changeWithoutBeingToldWhat() {
		for (var path : things()) {
			assertTellsNothing(this.writer.patch(path, "{}"));
			if (!path.startsWith("/users")) {
				assertTellsNothing(this.writer.patch(path, "{\"name\": \"Changed blindly\"}"));
				assertThat(this.root.get(path)).bodyJson().extractingPath("$.name").isEqualTo("Changed blindly");
				assertTellsNothing(this.deleter.patch(path, "{\"active\": true}"));
			}
		}
	}

	@Test
	void areNotToldHowMuchThereIsInWhatTheyMayNotDelete() {
		var company = things().getFirst();
		var refused = this.deleter.delete(company);
		assertThat(refused).hasStatus(HttpStatus.CONFLICT);
		assertThat(Api.json(refused).propertyNames()).doesNotContain("children").contains("type", "detail");
		assertThat(Api.json(this.root.delete(company)).at("/children/projects").asInt()).isEqualTo(1);
	}

	/** Neither a restore nor an old version tells it. */
	@Test
	void whoMayNotMakeTheChangeIsNotToldWhatThereIs() {
		for (var path : things()) {
			var nothing = path.replaceFirst("[^/]+$", UUID.randomUUID().toString());
			for (var ifMatch : List.of("*", "\"0\"", "\"7\"")) {
				if (!path.startsWith("/users")) {
					assertSameAnswer(this.writer, path, nothing, "{\"active\": true}", ifMatch);
					assertSameAnswer(this.deleter, path, nothing, "{\"name\": \"x\"}", ifMatch);
				}
			}
		}
	}

	@Test
	void whoIsStaffIsNotToldToWhomUsersAreNotShown() {
		var staff = this.root.created("/users",
				"{\"email\": \"%s@frontdesk.test\", \"staff\": true}".formatted(UUID.randomUUID()));
		var nobody = "/users/" + UUID.randomUUID();
		for (var change : List.of("{}", "{\"active\": true}", "{\"staff\": false}", "{\"firstName\": \"x\"}",
				"{\"staff\": true}")) {
			assertSameAnswer(this.writer, staff, nobody, change, "*");
		}
		var reader = this.root.as(Callers.admin(Features.USER_WRITE, Features.USER_READ));
		assertThat(reader.patch(staff, "{\"firstName\": \"x\"}")).hasStatus(HttpStatus.FORBIDDEN);
	}

	private static void assertSameAnswer(Api as, String there, String notThere, String change, String ifMatch) {
		assertThat(answer(as, there, change, ifMatch)).as("%s of %s", change, there)
				.isEqualTo(answer(as, notThere, change, ifMatch));
	}

	private static String answer(Api as, String path, String change, String ifMatch) {
		var answer = as.call(HttpMethod.PATCH, path, change, ifMatch);
		assertThat(answer).hasStatus4xxClientError();
		return answer.getResponse().getStatus() + " " + Api.json(answer).toString().replace(path, "");
	}

	private List<String> things() {
		var company = this.root.created("/companies", "{\"name\": \"There\"}");
		var project = this.root.created("/projects",
				"{\"name\": \"There\", \"company\": \"%s\"}".formatted(Api.id(company)));
		var task = this.root.created("/tasks", "{\"name\": \"There\", \"project\": \"%s\"}".formatted(Api.id(project)));
		return List.of(company, project, task,
				this.root.created("/users", "{\"email\": \"%s@there.example\"}".formatted(UUID.randomUUID())));
	}

	private String made(String path, String body) {
		var answer = this.writer.post(path, body);
		assertThat(answer).hasStatus(HttpStatus.CREATED).doesNotContainHeader(HttpHeaders.ETAG);
		var told = Api.json(answer);
		assertThat(told.propertyNames()).containsExactly("id");
		assertThat(answer.getResponse().getHeader(HttpHeaders.LOCATION))
				.isEqualTo("/api/v1" + path + "/" + told.get("id").asString());
		return told.get("id").asString();
	}

	private static void assertTellsNothing(MvcTestResult answer) {
		assertThat(answer).hasStatus(HttpStatus.NO_CONTENT).doesNotContainHeader(HttpHeaders.ETAG);
		assertThat(answer.getResponse().getContentAsByteArray()).isEmpty();
	}

}
