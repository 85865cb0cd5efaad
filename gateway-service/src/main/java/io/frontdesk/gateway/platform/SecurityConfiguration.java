package io.frontdesk.gateway.platform;

import java.util.stream.Stream;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

import io.frontdesk.gateway.GatewaySettings;
import io.frontdesk.gateway.addresses.AddressPages;
import io.frontdesk.gateway.documentation.ApiPages;
import io.frontdesk.gateway.limits.OpenRequests;
import io.frontdesk.gateway.limits.RequestLimits;
import io.frontdesk.gateway.login.DeactivatedOwners;
import io.frontdesk.gateway.login.LoginOutcome;
import io.frontdesk.gateway.login.Logout;
import io.frontdesk.gateway.pages.WebUi;
import io.frontdesk.gateway.problem.Problems;
import io.frontdesk.http.access.HeaderText;
import io.frontdesk.http.access.RefusedTokens;

/** Three ways in: files that anybody may have, programs with a token, browsers with a session. */
@Configuration
class SecurityConfiguration {

	private static final PathPatternRequestMatcher.Builder PATHS = PathPatternRequestMatcher.withDefaults();

	private final ResponseHeaders headers;

	private final Refusals refusals;

	private final LimitedRequests limited;

	private final ReadableRequests readable;

	SecurityConfiguration(ResponseHeaders headers, Refusals refusals, RequestLimits limits,
			OpenRequests open, Problems problems) {
		this.headers = headers;
		this.refusals = refusals;
		this.limited = new LimitedRequests(limits, open);
		this.readable = new ReadableRequests(problems);
	}

	@Bean
	@Order(1)
	SecurityFilterChain files(HttpSecurity http) {
		return http.securityMatcher(publicFiles())
				.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
				.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
				.csrf(AbstractHttpConfigurer::disable)
				.requestCache(AbstractHttpConfigurer::disable)
				.headers(this.headers)
				.build();
	}

	/** No CSRF protection: a browser attaches no Authorization header by itself. */
	@Bean
	@Order(2)
	SecurityFilterChain programs(HttpSecurity http) {
		return http.securityMatcher(new BearerRequests())
				.authorizeHttpRequests(
						requests -> requests.requestMatchers("/actuator/health/**", "/error", ApiPages.DOCUMENT)
								.permitAll()
								.requestMatchers("/actuator/**")
								.denyAll()
								.anyRequest()
								.authenticated())
				.oauth2ResourceServer(server -> server.jwt(_ -> {
				})
						.authenticationEntryPoint(this.refusals)
						.accessDeniedHandler(this.refusals)
						.withObjectPostProcessor(new RefusedTokens(this.refusals)))
				.addFilterAfter(this.readable, HeaderWriterFilter.class)
				.addFilterAfter(this.limited, BearerTokenAuthenticationFilter.class)
				.exceptionHandling(
						handling -> handling.authenticationEntryPoint(this.refusals).accessDeniedHandler(this.refusals))
				.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
				.csrf(AbstractHttpConfigurer::disable)
				.logout(AbstractHttpConfigurer::disable)
				.requestCache(AbstractHttpConfigurer::disable)
				.headers(this.headers)
				.build();
	}

	@Bean
	@Order(3)
	SecurityFilterChain browsers(HttpSecurity http, GatewaySettings settings, OAuth2AuthorizationRequestResolver entry,
			AuthorizationRequestRepository<OAuth2AuthorizationRequest> pending, SessionCsrfTokens tokens,
			LoginOutcome outcome, Logout logout, DeactivatedOwners deactivated) {
		return http
				.authorizeHttpRequests(
						requests -> requests
								.requestMatchers("/actuator/health/**", "/auth/**", "/error", ApiPages.DOCUMENT)
								.permitAll()
								.requestMatchers("/actuator/**")
								.denyAll()
								.anyRequest()
								.authenticated())
				.oauth2Login(login -> login
						.authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(entry)
								.authorizationRequestRepository(pending))
						.loginProcessingUrl("/auth/callback")
						.successHandler(outcome)
						.failureHandler(outcome))
				.logout(out -> out.logoutRequestMatcher(PATHS.matcher(HttpMethod.POST, "/auth/logout"))
						.addLogoutHandler(logout)
						.logoutSuccessHandler(logout))
				// Where Keycloak says that it has ended a login: /logout/connect/back-channel/frontdesk.
				.oidcLogout(ended -> ended.backChannel(Customizer.withDefaults()))
				.csrf(csrf -> csrf.csrfTokenRepository(tokens)
						.csrfTokenRequestHandler(tokens)
						.sessionAuthenticationStrategy(tokens))
				.addFilterAfter(this.readable, HeaderWriterFilter.class)
				.addFilterAfter(this.limited, HeaderWriterFilter.class)
				.addFilterBefore(new OwnSiteOnly(settings, this.refusals), CsrfFilter.class)
				.addFilterBefore(new ActiveOwnersOnly(deactivated), CsrfFilter.class)
				.exceptionHandling(
						handling -> handling.authenticationEntryPoint(this.refusals).accessDeniedHandler(this.refusals))
				// its body has a token that nobody else can know, and there may be no session
				.csrf(csrf -> csrf.ignoringRequestMatchers(PATHS.matcher(HttpMethod.POST, AddressPages.PATH)))
				.requestCache(AbstractHttpConfigurer::disable)
				.headers(this.headers)
				.build();
	}

	/** Conversion takes NUL for a blank, and a filter that is blank for none. */
	@Bean
	HttpFirewall httpFirewall() {
		var firewall = new StrictHttpFirewall();
		firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
		firewall.setAllowedHeaderValues(HeaderText::isPlain);
		return firewall;
	}

	/** A measurement of each filter of each request cost more than most requests do. */
	@Bean
	SecurityObservationSettings securityObservations() {
		return SecurityObservationSettings.noObservations();
	}

	private static RequestMatcher publicFiles() {
		return new OrRequestMatcher(Stream.concat(WebUi.PUBLIC_FILES.stream(), ApiPages.PUBLIC_FILES.stream())
				.<RequestMatcher>map(path -> PATHS.matcher(HttpMethod.GET, path))
				.toList());
	}

}
