package io.frontdesk.org.users.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import io.frontdesk.http.documentation.Says;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresLogin;
import io.frontdesk.identity.Role;
import io.frontdesk.org.companies.CompanyList;
import io.frontdesk.org.users.Directory;
import io.frontdesk.org.users.Login;

/** Asking who one is makes one known: a login that Keycloak has and the directory has not yet. */
@RestController
class MeController {

	private final Directory directory;

	private final CompanyList companies;

	MeController(Directory directory, CompanyList companies) {
		this.directory = directory;
		this.companies = companies;
	}

	@Says(id = "getMe", summary = "Tells who the caller is, and what they may do")
	@GetMapping("/api/v1/me")
	@RequiresLogin
	MeView me(@AuthenticationPrincipal Caller caller, Authentication authentication) {
		meet(caller, authentication.getCredentials());
		var person = caller.person();
		return new MeView(person.id(), person.email(), person.firstName(), person.lastName(),
				this.directory.companyOf(person).map(this::company).orElse(null), caller.role(),
				caller.features().stream().sorted().toList());
	}

	private Company company(UUID id) {
		return new Company(id, this.companies.get(id).name());
	}

	private void meet(Caller caller, @Nullable Object credentials) {
		if (credentials instanceof Jwt token) {
			var features = Features.ALL.stream().filter(caller.features()::contains).toList();
			try {
				this.directory.meetLogin(new Login(caller.person(), caller.role(), features,
						Objects.requireNonNullElse(token.getSubject(), ""), token.getIssuedAt()));
			} catch (ConcurrencyFailureException _) {
				// another call with the same token said the same
			}
		}
	}

	record MeView(UUID id, String email, String firstName, String lastName, @Nullable Company company, Role role,
			List<String> features) {}

	record Company(UUID id, String name) {}

}
