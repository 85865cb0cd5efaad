package io.frontdesk.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

import io.frontdesk.events.Person;
import io.frontdesk.events.Source;

class CallerConverterTests {

	private final CallerConverter converter = new CallerConverter();

	@Test
	void rolesOfTheRealmBecomeRoleAndFeatures() {
		var authentication = this.converter
				.convert(token(List.of("admin", "ticket:read", "offline_access"), UnaryOperator.identity()));
		assertThat(authentication.getPrincipal().role()).isEqualTo(Role.ADMIN);
		assertThat(authentication.getPrincipal().features()).containsExactly("ticket:read");
		assertThat(authentication.getAuthorities()).extracting(GrantedAuthority::getAuthority)
				.containsExactlyInAnyOrder("admin", "ticket:read");
	}

	@Test
	void highestRoleCounts() {
		assertThat(convert(token(List.of("client", "super-admin"), UnaryOperator.identity())).role())
				.isEqualTo(Role.SUPER_ADMIN);
	}

	@Test
	void addressMakesTheIdUnlessTheTokenHasOne() {
		assertThat(convert(token(List.of("client"), UnaryOperator.identity())).person())
				.isEqualTo(new Person(Person.idOf("carol@example.com"), "carol@example.com", "Carol", "Client"));
		var id = UUID.randomUUID();
		assertThat(convert(token(List.of("client"), token -> token.claim("frontdesk_user_id", id.toString()))).person()
				.id())
				.isEqualTo(id);
	}

	@Test
	void gatewaysTokenIsTheBrowsersRoute() {
		assertThat(convert(token(List.of("client"), token -> token.claim("azp", "frontdesk-web"))).route())
				.isEqualTo(Source.WEB);
		assertThat(convert(token(List.of("client"), token -> token.claim("azp", "frontdesk-cli"))).route())
				.isEqualTo(Source.API);
	}

	@Test
	void tokenWithoutARoleIsRefused() {
		assertRefused(token(List.of("ticket:read"), UnaryOperator.identity()));
		assertRefused(token(List.of(), token -> token.claim("realm_access", Map.of())));
	}

	@Test
	void unverifiedOrMissingAddressIsRefused() {
		assertRefused(token(List.of("client"), token -> token.claim("email_verified", false)));
		assertRefused(token(List.of("client"), token -> token.claims(claims -> claims.remove("email"))));
	}

	@Test
	void idThatIsNoUuidIsRefused() {
		assertRefused(token(List.of("client"), token -> token.claim("frontdesk_user_id", "1")));
	}

	private void assertRefused(Jwt token) {
		assertThatExceptionOfType(InvalidBearerTokenException.class).isThrownBy(() -> this.converter.convert(token));
	}

	private Caller convert(Jwt token) {
		return this.converter.convert(token).getPrincipal();
	}

	private static Jwt token(List<String> roles, UnaryOperator<Jwt.Builder> more) {
		return more.apply(Jwt.withTokenValue("token")
				.header("alg", "RS256")
				.claim("realm_access", Map.of("roles", roles))
				.claim("email", "Carol@example.com")
				.claim("email_verified", true)
				.claim("given_name", "Carol")
				.claim("family_name", "Client")).build();
	}

}
