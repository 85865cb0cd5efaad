package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
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

	@Test
	void everyEndpointLetsInWhomThePageSaysAndNobodyElse() throws IOException {
		var page = Permissions.committed().required();
		var softly = new SoftAssertions();
		var walkers = walkers();
		var pairs = 0;
		softly.assertThat(page.keySet())
				.as("endpoints of docs/permissions.md")
				.containsExactlyInAnyOrderElementsOf(this.operations.stream().map(Object::toString).toList());
		for (var operation : this.operations) {
			softly.assertThat(operation.requiredAuthorities()).as("%s says who may call it", operation).isPresent();
			var required = page.getOrDefault(operation.toString(), Set.of());
			for (var walker : walkers) {
				walker.tries(operation, required, softly);
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

		void tries(OpenApi.Operation operation, Set<String> required, SoftAssertions softly) {
			var status = softly.assertThat(status(operation.method(), operation.address(), "{}"))
					.as("%s as %s", operation, this.name);
			if (this.api.token().isEmpty()) {
				status.isEqualTo(401);
			} else if (required.stream().noneMatch(this.authorities::contains)) {
				status.isEqualTo(403);
			} else {
				status.isNotIn(401, 403).isLessThan(500);
			}
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
			answer.body().close();
			return answer.statusCode();
		}

	}

}
