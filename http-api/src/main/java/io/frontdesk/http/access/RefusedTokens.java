package io.frontdesk.http.access;

import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;

/** By default the filter throws when Keycloak's keys can't be fetched, which ends as a 500. */
public final class RefusedTokens implements ObjectPostProcessor<BearerTokenAuthenticationFilter> {

	private final AuthenticationEntryPoint answer;

	public RefusedTokens(AuthenticationEntryPoint answer) {
		this.answer = answer;
	}

	@Override
	public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
		filter.setAuthenticationFailureHandler(this.answer::commence);
		return filter;
	}

}
