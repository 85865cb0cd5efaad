package io.frontdesk.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AnnotationTemplateExpressionDefaults;
import org.springframework.web.method.HandlerMethod;

import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeature;
import io.frontdesk.identity.RequiresFeatureOrClient;
import io.frontdesk.identity.RequiresLogin;

class RequiredAuthoritiesTests {

	private final RequiredAuthorities required = new RequiredAuthorities(new AnnotationTemplateExpressionDefaults());

	@Test
	void eachAnnotationIsReadAsSpringSecurityReadsIt() throws NoSuchMethodException {
		assertThat(this.required.of(endpoint("feature"))).hasValueSatisfying(
				authorities -> assertThat(authorities).containsExactly("ticket:read"));
		assertThat(this.required.of(endpoint("featureOrClient"))).hasValueSatisfying(
				authorities -> assertThat(authorities).containsExactly("ticket:write", "client"));
		assertThat(this.required.of(endpoint("login"))).hasValueSatisfying(
				authorities -> assertThat(authorities).containsExactly("super-admin", "admin", "client"));
		assertThat(this.required.of(endpoint("expression"))).hasValueSatisfying(
				authorities -> assertThat(authorities).containsExactly("org:write", "org:delete"));
	}

	@Test
	void whatIsNoListIsNotUnderstood() throws NoSuchMethodException {
		assertThat(this.required.of(endpoint("nothing"))).isEmpty();
		assertThat(this.required.of(endpoint("anything"))).isEmpty();
		assertThat(RequiredAuthorities.anyOf("hasAuthority('a') or true")).isEmpty();
		assertThat(RequiredAuthorities.anyOf("!hasAuthority('a')")).isEmpty();
	}

	private static HandlerMethod endpoint(String name) throws NoSuchMethodException {
		return new HandlerMethod(new Endpoints(), name);
	}

	static class Endpoints {

		@RequiresFeature(Features.TICKET_READ)
		public void feature() {}

		@RequiresFeatureOrClient(Features.TICKET_WRITE)
		public void featureOrClient() {}

		@RequiresLogin
		public void login() {}

		@PreAuthorize("hasAnyAuthority('org:write', 'org:delete')")
		public void expression() {}

		@PreAuthorize("permitAll")
		public void anything() {}

		public void nothing() {}

	}

}
