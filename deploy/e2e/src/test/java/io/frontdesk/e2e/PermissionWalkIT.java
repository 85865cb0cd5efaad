package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tries every endpoint that the running system says it has, as everybody that there can be. */
class PermissionWalkIT {

	private static final List<String> FEATURES = List.of("ticket:read", "ticket:write", "ticket:delete",
			"ticket:export", "org:read", "org:write", "org:delete", "user:read", "user:write", "report:read",
			"mail:read", "mail:manage", "template:manage");

	private static final int TOO_MANY_REQUESTS = 429;

	private final HttpClient http = HttpClient.newHttpClient();

	private final List<OpenApi.Operation> operations = OpenApi.ofTheRunningSystem().operations();

	private final Accounts accounts = new Accounts();

	private final Map<String, Walker> blind = new HashMap<>();

	@Test
	void everyEndpointLetsInWhomThePageSaysAndNobodyElse() throws IOException {
		var permissions = Permissions.committed();
		var page = permissions.required();
		var softly = new SoftAssertions();
		var walkers = walkers();
		var pairs = 0;
		softly.assertThat(page.keySet())
				.as("endpoints of docs/permissions.md")
				.containsExactlyInAnyOrderElementsOf(this.operations.stream().map(Object::toString).toList());
		for (var operation : this.operations) {
			softly.assertThat(operation.requiredAuthorities()).as("%s says who may call it", operation).isPresent();
			var required = page.getOrDefault(operation.toString(), Set.of());
			softly.assertThat(operation.answerAuthority())
					.as("%s says who is told", operation)
					.isEqualTo(Optional.ofNullable(permissions.answered().get(operation.toString())));
			for (var walker : walkers) {
				walker.tries(operation, required, permissions.answered().get(operation.toString()), softly);
				pairs++;
			}
		}
		System.out.printf("Tried %d endpoints × %d callers = %d pairs%n", this.operations.size(), walkers.size(),
				pairs);
		assertThat(this.operations).isNotEmpty();
		softly.assertAll();
	}

	@Test
	void ticketOfSomebodyElseIsNoTicketForAClient() {
		Frontdesk.mail("kim@example.org", "Mine alone", "Nobody else should see this.");
		var ticket = Frontdesk.ticketIn(Frontdesk.awaitMail("kim@example.org", _ -> true));
		this.accounts.create("kim@example.org", List.of("client"));
		var owner = new Walker("owner", Optional.of("kim@example.org"), Set.of("client"));
		var other = new Walker("another client",
				Optional.of(this.accounts.create("lars@example.org", List.of("client"))), Set.of("client"));
		var softly = new SoftAssertions();
		var tried = 0;
		for (var operation : this.operations) {
			var address = operation.addressWithTicket(ticket);
			if (!address.isEmpty() && operation.requiredAuthorities().orElse(List.of()).contains("client")) {
				softly.assertThat(other.status(operation.method(), address, operation.body()))
						.as("%s as another client", operation)
						.isEqualTo(404);
				tried++;
			}
		}
		System.out.printf("Tried %d endpoints on somebody else's ticket%n", tried);
		softly.assertThat(owner.status("GET", "/api/v1/tickets/" + ticket, "")).as("the owner").isEqualTo(200);
		softly.assertThat(other.json("/api/v1/tickets").get("items")).as("list of another client").isEmpty();
		softly.assertThat(tried).isPositive();
		softly.assertAll();
	}

	@Test
	void writeTellsNothingToWhoMayNotReadWhatItAnswers() {
		var things = Things.made();
		var softly = new SoftAssertions();
		var done = new TreeSet<String>();
		for (var operation : this.operations) {
			var answer = operation.answerAuthority();
			if (operation.method().equals("GET") || answer.isEmpty()) {
				continue;
			}
			var blind = this.blind.computeIfAbsent(answer.get(), this::everythingBut);
			var told = blind.api.json(operation.method(), things.address(operation), things.body(operation));
			if (told.status() == 201) {
				softly.assertThat(told.json().propertyNames()).as(operation.toString()).containsExactly("id");
			} else if (told.status() < 300) {
				softly.assertThat(told.toString()).as(operation.toString()).isEqualTo("204 ");
			} else {
				softly.assertThat(told.status()).as(operation.toString()).isBetween(400, 499);
				softly.assertThat(told.json().propertyNames()).as(operation.toString())
						.isSubsetOf("type", "title", "status", "detail", "instance", "errors");
			}
			softly.assertThat(told.header("ETag")).as(operation.toString()).isEmpty();
			if (told.status() < 300) {
				done.add(operation.toString());
			}
		}
		System.out.println("Done and not told: " + done);
		assertThat(done).contains("POST /api/v1/tickets", "PATCH /api/v1/tickets/{id}", "DELETE /api/v1/tickets/{id}",
				"POST /api/v1/tickets/{ticket}/messages", "PUT /api/v1/tickets/{ticket}/drafts/{kind}",
				"DELETE /api/v1/tickets/{ticket}/drafts/{kind}", "POST /api/v1/tickets/bulk",
				"POST /api/v1/tickets/bulk/preview",
				"POST /api/v1/attachments", "POST /api/v1/companies", "PATCH /api/v1/companies/{id}",
				"POST /api/v1/projects", "PATCH /api/v1/projects/{id}", "POST /api/v1/tasks",
				"PATCH /api/v1/tasks/{id}", "POST /api/v1/users", "PATCH /api/v1/users/{id}");
		softly.assertAll();
	}

	private Walker everythingBut(String feature) {
		return walker("admin without " + feature, "blind-%s@frontdesk.test".formatted(feature.replace(':', '-')),
				Stream.concat(Stream.of("admin"), FEATURES.stream().filter(it -> !it.equals(feature))).toList());
	}

	/** New ones for each call, so that none finds what another has left. */
	private record Things(Api root) {

		static Things made() {
			return new Things(Frontdesk.root());
		}

		String address(OpenApi.Operation operation) {
			var collection = operation.path().replaceFirst("^/api/v1/([^/]+).*", "$1");
			return operation.path().contains("{")
					? id(collection).map(operation::addressWith).orElse(operation.address())
					: operation.address();
		}

		String body(OpenApi.Operation operation) {
			var parent = switch (operation.path()) {
				case "/api/v1/projects" -> id("companies");
				case "/api/v1/tasks" -> id("projects");
				default -> Optional.<String>empty();
			};
			return operation.body()
					.replace("[]", "[%s]".formatted(id("tickets").orElseThrow()))
					.replace(OpenApi.UNKNOWN, parent.orElse(OpenApi.UNKNOWN))
					.replace("\"email\": \"nothing\"", "\"email\": \"%s@blind.example\"".formatted(UUID.randomUUID()));
		}

		private Optional<String> id(String collection) {
			return switch (collection) {
				case "tickets" -> made(collection, "\"subject\": \"Seen?\", \"message\": \"No.\"");
				case "companies" -> made(collection, "\"name\": \"Seen?\"");
				case "projects" ->
					made(collection,
							"\"name\": \"Seen?\", \"company\": \"%s\"".formatted(id("companies").orElseThrow()));
				case "tasks" ->
					made(collection,
							"\"name\": \"Seen?\", \"project\": \"%s\"".formatted(id("projects").orElseThrow()));
				case "users" -> made(collection, "\"email\": \"%s@seen.example\"".formatted(UUID.randomUUID()));
				default -> Optional.empty();
			};
		}

		private Optional<String> made(String collection, String fields) {
			return Optional
					.of(this.root.created("/api/v1/" + collection, "{" + fields + "}").get("id").asString());
		}

	}

	private List<Walker> walkers() {
		var walkers = new ArrayList<Walker>();
		walkers.add(new Walker("nobody", Optional.empty(), Set.of()));
		walkers.add(new Walker("super admin", Optional.of("root@frontdesk.test"),
				Set.copyOf(Stream.concat(Stream.of("super-admin"), FEATURES.stream()).toList())));
		walkers.add(walker("admin without features", "walker@frontdesk.test", List.of("admin")));
		FEATURES.forEach(feature -> walkers.add(walker("admin with " + feature,
				"walker-%s@frontdesk.test".formatted(feature.replace(':', '-')), List.of("admin", feature))));
		walkers.add(new Walker("client", Optional.of("carol@example.com"), Set.of("client")));
		walkers.add(walker("another client", "walker@example.com", List.of("client")));
		return walkers;
	}

	private Walker walker(String name, String email, List<String> roles) {
		return new Walker(name, Optional.of(this.accounts.create(email, roles)), Set.copyOf(roles));
	}

	private final class Walker {

		private final String name;

		private final Api api;

		private final Set<String> authorities;

		private Walker(String name, Optional<String> login, Set<String> authorities) {
			this.name = name;
			this.api = login.map(Frontdesk::api).orElseGet(Frontdesk::apiOfNobody);
			this.authorities = authorities;
		}

		void tries(OpenApi.Operation operation, Set<String> required, @Nullable String answered,
				SoftAssertions softly) {
			var status = softly.assertThat(status(operation.method(), operation.address(), "{}"))
					.as("%s as %s", operation, this.name);
			if (this.api.token().isEmpty()) {
				status.isEqualTo(401);
			} else if (required.stream().noneMatch(this.authorities::contains)
					|| operation.method().equals("GET") && !mayBeTold(answered)) {
				status.isEqualTo(403);
			} else {
				status.isNotIn(401, 403).isLessThan(500);
			}
		}

		private boolean mayBeTold(@Nullable String answered) {
			return answered == null || this.authorities.contains(answered) || this.authorities.contains("client");
		}

		/** Asks again when it asked too often; an event stream is left as soon as it begins. */
		int status(String method, String address, String body) {
			return await().atMost(Frontdesk.PATIENCE)
					.until(() -> send(method, address, body), status -> status != TOO_MANY_REQUESTS);
		}

		JsonNode json(String address) {
			return this.api.get(address).json();
		}

		private int send(String method, String address, String body) throws IOException, InterruptedException {
			var request = HttpRequest.newBuilder(URI.create(this.api.url() + address))
					.header("Content-Type", "application/json")
					.method(method,
							method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
			this.api.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
			var answer = PermissionWalkIT.this.http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
			try (var content = answer.body()) {
				var type = answer.headers().firstValue("Content-Type").orElse("");
				Documented.check(method, request.build().uri().getRawPath(), answer.statusCode(), answer.headers(),
						type.contains("json") ? new String(content.readAllBytes(), StandardCharsets.UTF_8) : "");
			}
			return answer.statusCode();
		}

	}

}
