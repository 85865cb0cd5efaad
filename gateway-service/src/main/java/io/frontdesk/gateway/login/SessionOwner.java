package io.frontdesk.gateway.login;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

import io.frontdesk.events.Person;
import io.frontdesk.identity.CallerConverter;

/** Who is behind a browser's session, as the login said. */
final class SessionOwner {

	private SessionOwner() {}

	/** Nobody, for a login without a verified address: no service takes its token. */
	static Optional<Person> of(@Nullable Authentication authentication) {
		if (!(authentication != null && authentication.getPrincipal() instanceof OidcUser user)) {
			return Optional.empty();
		}
		try {
			return Optional.of(CallerConverter.person(user));
		} catch (InvalidBearerTokenException _) {
			return Optional.empty();
		}
	}

}
