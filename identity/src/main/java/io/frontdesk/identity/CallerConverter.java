package io.frontdesk.identity;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

import io.frontdesk.events.AddressForm;
import io.frontdesk.events.Person;
import io.frontdesk.events.Source;

/**
 * Reads the caller from a Keycloak access token: realm roles, e-mail and names. An address that Keycloak has not
 * verified identifies nobody, since ids follow from addresses.
 */
public class CallerConverter implements Converter<Jwt, CallerAuthentication> {

	private static final String BROWSER_CLIENT = "frontdesk-web";

	@Override
	public CallerAuthentication convert(Jwt token) {
		var roles = roles(token);
		var features = Features.ALL.stream().filter(roles::contains).collect(Collectors.toSet());
		return new CallerAuthentication(new Caller(person(token), role(roles), features, route(token)), token);
	}

	private static Source route(Jwt token) {
		return BROWSER_CLIENT.equals(token.getClaimAsString("azp")) ? Source.WEB : Source.API;
	}

	private static Role role(Set<String> roles) {
		return Stream.of(Role.values())
				.filter(role -> roles.contains(role.authority()))
				.findFirst()
				.orElseThrow(() -> new InvalidBearerTokenException(
						"The token names no role of Frontdesk: super-admin, admin or client"));
	}

	private static Set<String> roles(Jwt token) {
		Map<String, Object> access = Objects.requireNonNullElse(token.getClaimAsMap("realm_access"), Map.of());
		return (access.get("roles") instanceof Collection<?> roles)
				? roles.stream().map(String::valueOf).collect(Collectors.toSet())
				: Set.of();
	}

	/** Whose an access token or an ID token is. */
	public static Person person(ClaimAccessor token) {
		var email = token.getClaimAsString("email");
		if (email == null || !Boolean.TRUE.equals(token.getClaimAsBoolean("email_verified"))) {
			throw new InvalidBearerTokenException("The token has no verified e-mail address");
		}
		var address = AddressForm.of(email);
		var id = token.getClaimAsString("frontdesk_user_id");
		return new Person((id != null) ? userId(id) : Person.idOf(address), address,
				orEmpty(token.getClaimAsString("given_name")), orEmpty(token.getClaimAsString("family_name")));
	}

	private static UUID userId(String claim) {
		try {
			return UUID.fromString(claim);
		} catch (IllegalArgumentException ex) {
			throw new InvalidBearerTokenException("The claim frontdesk_user_id is no UUID", ex);
		}
	}

	private static String orEmpty(@Nullable String text) {
		return Objects.requireNonNullElse(text, "");
	}

}
