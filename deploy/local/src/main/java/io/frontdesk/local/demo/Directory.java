package io.frontdesk.local.demo;

import static io.frontdesk.local.demo.ServiceApi.body;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.frontdesk.local.keycloak.Tokens;
import io.frontdesk.local.process.Patience;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Gives the directory what a plan has and it has not, through its API, so that every service hears of it by events. */
final class Directory {

	private static final int CALLERS = 8;

	private static final Duration EVENTS_PATIENCE = Duration.ofMinutes(5);

	private static final int CONFLICT = 409;

	private final Databases databases;

	private final Tokens tokens;

	private final ServiceApi root;

	private final String url;

	Directory(Databases databases, Tokens tokens, ServiceApi root, String url) {
		this.databases = databases;
		this.tokens = tokens;
		this.root = root;
		this.url = url + "/api/v1";
	}

	Cast fill(DemoPlan plan) throws IOException, InterruptedException, SQLException {
		meetLogins();
		Map<String, UUID> companies = known("select name, id from company where active");
		Map<String, UUID> projects = known("select company_id || name, id from project where active");
		Map<String, UUID> tasks = known("select project_id || name, id from task where active");
		Map<String, UUID> users = known("select email, id from users");
		List<Employer> employers = each(plan.companies(), company -> {
			UUID id = known(companies, company.name(), () -> createCompany(company));
			List<Cast.Project> work = new ArrayList<>();
			for (DemoPlan.Project project : company.projects()) {
				work.add(project(id, project, projects, tasks));
			}
			return new Employer(id, work);
		});
		List<UUID> people = each(plan.people(), person -> known(users, person.email(),
				() -> createUser(person, person.isStaff() ? null : employers.get(person.company()).id())));
		giveCarolHerCompany(people.get(plan.indexOf(DemoPlan.CAROL)), employers.getFirst().id());
		awaitCopies(employers, people);
		List<UUID> staff = new ArrayList<>();
		List<Cast.Client> clients = new ArrayList<>();
		for (int i = 0; i < people.size(); i++) {
			DemoPlan.Person person = plan.people().get(i);
			if (person.isStaff()) {
				staff.add(people.get(i));
			} else {
				Employer employer = employers.get(person.company());
				clients.add(new Cast.Client(people.get(i), employer.id(), employer.projects()));
			}
		}
		return new Cast(staff, clients);
	}

	/** The directory learns of a login when it is used. */
	private void meetLogins() throws IOException, InterruptedException {
		for (String login : List.of("root@frontdesk.test", DemoPlan.ALICE, DemoPlan.CAROL)) {
			try (ServiceApi api = new ServiceApi(this.tokens, login)) {
				api.get(this.url + "/me");
			}
		}
	}

	private Map<String, UUID> known(String sql) throws SQLException {
		Map<String, UUID> known = new HashMap<>();
		try (Connection org = this.databases.open("org")) {
			Databases.rows(org, sql).forEach(row -> known.put(row.get(0), UUID.fromString(row.get(1))));
		}
		return known;
	}

	/** Without its domain where another company has that already. */
	private UUID createCompany(DemoPlan.Company company) throws IOException, InterruptedException {
		ServiceApi.Answer answer = this.root.send("POST", this.url + "/companies",
				body("name", company.name(), "domains", List.of(company.domain())));
		return id((answer.status() == CONFLICT)
				? this.root.post(this.url + "/companies", body("name", company.name()))
				: answer.json());
	}

	private Cast.Project project(UUID company, DemoPlan.Project project, Map<String, UUID> projects,
			Map<String, UUID> tasks) throws IOException, InterruptedException {
		UUID id = known(projects, company + project.name(), () -> id(this.root.post(this.url + "/projects",
				body("name", project.name(), "company", company))));
		List<UUID> parts = new ArrayList<>();
		for (String task : project.tasks()) {
			parts.add(known(tasks, id + task,
					() -> id(this.root.post(this.url + "/tasks", body("name", task, "project", id)))));
		}
		return new Cast.Project(id, parts);
	}

	private UUID createUser(DemoPlan.Person person, @Nullable UUID company) throws IOException, InterruptedException {
		return id(this.root.post(this.url + "/users", body("email", person.email(), "firstName", person.firstName(),
				"lastName", person.lastName(), "staff", person.isStaff(), "company", company)));
	}

	/** Her login made the directory know her, but not where she works. */
	private void giveCarolHerCompany(UUID carol, UUID company) throws IOException, InterruptedException {
		if (this.root.get(this.url + "/users/" + carol).get("company").isNull()) {
			this.root.patch(this.url + "/users/" + carol, body("company", company));
		}
	}

	/** Until ticket-service has heard of everybody and everything. */
	private void awaitCopies(List<Employer> employers, List<UUID> people) throws SQLException, IOException {
		List<UUID> companies = employers.stream().map(Employer::id).toList();
		List<Cast.Project> projects = employers.stream().flatMap(employer -> employer.projects().stream()).toList();
		List<UUID> tasks = projects.stream().flatMap(project -> project.tasks().stream()).toList();
		try (Connection tickets = this.databases.open("ticket")) {
			boolean arrived = Patience.until(EVENTS_PATIENCE, () -> has(tickets, "company", companies)
					&& has(tickets, "project", projects.stream().map(Cast.Project::id).toList())
					&& has(tickets, "task", tasks) && has(tickets, "person", people));
			if (!arrived) {
				throw new IOException("ticket-service has not heard of all companies and people after %d minutes. "
						.formatted(EVENTS_PATIENCE.toMinutes()) + "Is Kafka healthy? (./frontdesk status)");
			}
		}
	}

	private static boolean has(Connection tickets, String table, Collection<UUID> ids) {
		try (PreparedStatement statement = tickets
				.prepareStatement("select count(*) from %s where id = any(?) and version >= 0".formatted(table))) {
			statement.setArray(1, tickets.createArrayOf("uuid", ids.toArray()));
			try (ResultSet found = statement.executeQuery()) {
				return found.next() && found.getLong(1) == Set.copyOf(ids).size();
			}
		} catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static UUID id(JsonNode created) {
		return UUID.fromString(created.get("id").asString());
	}

	private static UUID known(Map<String, UUID> known, String key, Making making)
			throws IOException, InterruptedException {
		UUID id = known.get(key);
		return (id != null) ? id : making.make();
	}

	/** Several at a time, answered in order. */
	private static <T, R> List<R> each(Collection<T> things, Step<T, R> step) throws IOException, InterruptedException {
		try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
			List<Future<R>> answers = things.stream().map(thing -> callers.submit(() -> step.of(thing))).toList();
			List<R> results = new ArrayList<>();
			for (Future<R> answer : answers) {
				results.add(answer.get());
			}
			return results;
		} catch (ExecutionException ex) {
			throw new IOException("The directory could not be filled: " + ex.getCause(), ex);
		}
	}

	private interface Step<T, R> {

		R of(T thing) throws IOException, InterruptedException;

	}

	private interface Making {

		UUID make() throws IOException, InterruptedException;

	}

	private record Employer(UUID id, List<Cast.Project> projects) {}

}
