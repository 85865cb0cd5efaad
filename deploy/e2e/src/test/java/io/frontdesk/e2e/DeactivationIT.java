package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;

import org.junit.jupiter.api.Test;

/** A token lives five minutes; whoever is deactivated does not get to use them up. */
class DeactivationIT {

	/** One path of each service. */
	private static final List<String> PATHS = List.of("/api/v1/me", "/api/v1/tickets", "/api/v1/intake",
			"/api/v1/notifications");

	@Test
	void everyServiceRefusesWhoeverIsDeactivatedUntilTheyAreActiveAgain() {
		var email = new Accounts().create("kim@frontdesk.test",
				List.of("admin", "ticket:read", "org:read", "user:read", "mail:read"));
		var kim = Frontdesk.api(email);
		assertThat(answers(kim)).containsOnly(200);
		var user = "/api/v1/users/" + kim.found("/api/v1/me").get("id").asString();
		assertThat(Frontdesk.root().json("DELETE", user, "").status()).isEqualTo(204);
		await().untilAsserted(() -> assertThat(answers(kim)).containsOnly(401));
		assertThat(kim.get("/api/v1/tickets").body()).contains("/problems/deactivated");
		assertThat(Frontdesk.root().patch(user, "{\"active\": true}").status()).isEqualTo(200);
		await().untilAsserted(() -> assertThat(answers(kim)).containsOnly(200));
	}

	private static List<Integer> answers(Api api) {
		return PATHS.stream().map(path -> api.get(path).status()).toList();
	}

}
