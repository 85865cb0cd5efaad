package io.frontdesk.org.users.http;

import java.util.List;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import tools.jackson.databind.node.ObjectNode;

/** What we use of Keycloak's admin API. Its own client (keycloak-admin-client) brings RESTEasy and Jackson 2 along. */
interface KeycloakAdmin {

	@GetExchange("/users?exact=true")
	List<ObjectNode> usersByEmail(@RequestParam String email);

	@GetExchange("/users?exact=true")
	List<ObjectNode> usersByName(@RequestParam String username);

	@GetExchange("/users/{id}")
	ObjectNode user(@PathVariable String id);

	@PostExchange("/users")
	ResponseEntity<Void> create(@RequestBody ObjectNode user);

	/** Takes away what the user does not mention. */
	@PutExchange("/users/{id}")
	void replace(@PathVariable String id, @RequestBody ObjectNode user);

	@DeleteExchange("/users/{id}")
	void delete(@PathVariable String id);

	@PostExchange("/users/{id}/logout")
	void endSessions(@PathVariable String id);

	@PutExchange("/users/{id}/execute-actions-email")
	void mailActions(@PathVariable String id, @RequestParam("client_id") String client,
			@RequestParam("lifespan") long seconds, @RequestBody List<String> actions);

	/** Those that the user lacks: to see them all would take the right to see all of the realm. */
	@GetExchange("/users/{id}/role-mappings/realm/available")
	List<RealmRole> availableTo(@PathVariable String id);

	@GetExchange("/users/{id}/role-mappings/realm")
	List<RealmRole> rolesOf(@PathVariable String id);

	@PostExchange("/users/{id}/role-mappings/realm")
	void give(@PathVariable String id, @RequestBody List<RealmRole> roles);

	@DeleteExchange("/users/{id}/role-mappings/realm")
	void take(@PathVariable String id, @RequestBody List<RealmRole> roles);

	record RealmRole(String id, String name) {}

}
