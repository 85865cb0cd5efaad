package io.frontdesk.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import tools.jackson.databind.json.JsonMapper;

import io.frontdesk.events.Person;
import io.frontdesk.events.Source;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Role;
import io.frontdesk.identity.standing.Registrar;

class ActiveCallersOnlyTests {

	private static final Person EVE = Person.of("eve@example.org", "Eve");

	private final Registrar registrar = new Registrar(InstantSource.system());

	private final ActiveCallersOnly filter = new ActiveCallersOnly(this.registrar,
			new ProblemResponses(JsonMapper.shared()), Duration.ZERO);

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private final MockFilterChain chain = new MockFilterChain();

	@BeforeEach
	@AfterEach
	void nobody() {
		SecurityContextHolder.clearContext();
	}

	@Test
	void instanceThatCouldNotReadWhoIsDeactivatedLetsNobodyIn() throws Exception {
		var eve = new Caller(Person.of("eve@example.org", "Eve"), Role.CLIENT, Set.of(), Source.API);
		SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(eve, "", List.of()));
		this.filter.doFilter(new MockHttpServletRequest("GET", "/api/v1/tickets"), this.response, this.chain);
		assertThat(this.chain.getRequest()).isNull();
		assertThat(this.response.getStatus()).isEqualTo(503);
		assertThat(this.response.getHeader("Retry-After")).isEqualTo("5");
		assertThat(this.response.getContentAsString()).contains("/problems/standing-unknown");
	}

	@Test
	void healthIsToldToAnybodyAllTheSame() throws Exception {
		this.filter.doFilter(new MockHttpServletRequest("GET", "/actuator/health"), this.response, this.chain);
		assertThat(this.chain.getRequest()).isNotNull();
	}

}
