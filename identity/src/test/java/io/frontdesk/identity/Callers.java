package io.frontdesk.identity;

import java.util.Set;

import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import io.frontdesk.events.Person;
import io.frontdesk.events.Source;

/** Callers for tests of one service. That Keycloak's tokens become such callers is tested with a Keycloak. */
public final class Callers {

	private Callers() {}

	public static RequestPostProcessor superAdmin() {
		return caller("root@frontdesk.test", Role.SUPER_ADMIN, Features.ALL.toArray(String[]::new));
	}

	public static RequestPostProcessor admin(String... features) {
		return adminOf("alice@frontdesk.test", features);
	}

	public static RequestPostProcessor adminOf(String email, String... features) {
		return caller(email, Role.ADMIN, features);
	}

	public static RequestPostProcessor client(String email) {
		return caller(email, Role.CLIENT);
	}

	private static RequestPostProcessor caller(String email, Role role, String... features) {
		var caller = new Caller(Person.of(email, ""), role, Set.of(features), Source.API);
		var token = Jwt.withTokenValue("test").header("alg", "none").subject(email).build();
		return SecurityMockMvcRequestPostProcessors.authentication(new CallerAuthentication(caller, token));
	}

}
