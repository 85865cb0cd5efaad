package io.frontdesk.org.users.web;

import java.util.List;
import java.util.UUID;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.identity.Caller;
import io.frontdesk.identity.RequiresLogin;
import io.frontdesk.identity.Role;
import io.frontdesk.org.users.Directory;

/** Asking who one is makes one known: a login that Keycloak has and the directory has not yet. */
@RestController
class MeController {

	private final Directory directory;

	MeController(Directory directory) {
		this.directory = directory;
	}

	@GetMapping("/api/v1/me")
	@RequiresLogin
	MeView me(@AuthenticationPrincipal Caller caller) {
		this.directory.meetLogin(caller.person(), caller.isStaff());
		var person = caller.person();
		return new MeView(person.id(), person.email(), person.firstName(), person.lastName(), caller.role(),
				caller.features().stream().sorted().toList());
	}

	record MeView(UUID id, String email, String firstName, String lastName, Role role, List<String> features) {}

}
