package io.frontdesk.http.access;

import java.time.Duration;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.annotation.AnnotationTemplateExpressionDefaults;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

import io.frontdesk.identity.CallerConverter;
import io.frontdesk.identity.IdentityAutoConfiguration;
import io.frontdesk.identity.Role;
import io.frontdesk.identity.standing.Registrar;
import io.frontdesk.identity.standing.StandingAutoConfiguration;

/** Lets in who has a token, and asks at each endpoint who may call it. */
@AutoConfiguration(after = {IdentityAutoConfiguration.class, StandingAutoConfiguration.class})
@EnableMethodSecurity
public class AccessAutoConfiguration {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	@Bean
	SecurityFilterChain security(HttpSecurity http, JsonMapper json, Registrar registrar) {
		var problems = new ProblemResponses(json);
		return http
				.authorizeHttpRequests(
						requests -> requests.requestMatchers("/actuator/health/**", "/error")
								.permitAll()
								.requestMatchers("/actuator/**")
								.hasAuthority(Role.SUPER_ADMIN.authority())
								.anyRequest()
								.authenticated())
				.oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(new CallerConverter()))
						.authenticationEntryPoint(problems)
						.accessDeniedHandler(problems)
						.withObjectPostProcessor(new RefusedTokens(problems)))
				.addFilterBefore(new ActiveCallersOnly(registrar, problems, PATIENCE), AuthorizationFilter.class)
				.exceptionHandling(
						handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
				.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
				.csrf(AbstractHttpConfigurer::disable)
				.requestCache(AbstractHttpConfigurer::disable)
				.build();
	}

	@Bean
	HttpFirewall httpFirewall() {
		var firewall = new StrictHttpFirewall();
		firewall.setAllowedHeaderValues(HeaderText::isPlain);
		return firewall;
	}

	/** A measurement of each filter of each request cost more than most requests do. */
	@Bean
	SecurityObservationSettings securityObservations() {
		return SecurityObservationSettings.noObservations();
	}

	@Bean
	static AnnotationTemplateExpressionDefaults annotationTemplates() {
		return new AnnotationTemplateExpressionDefaults();
	}

	@Bean
	RequiredAuthorities requiredAuthorities(AnnotationTemplateExpressionDefaults templates) {
		return new RequiredAuthorities(templates);
	}

	@Bean
	BlindAnswers blindAnswers(RequiredAuthorities required, JsonMapper json) {
		return new BlindAnswers(required, json);
	}

	@Bean
	WebMvcConfigurer authorityFirst(RequiredAuthorities required) {
		return new WebMvcConfigurer() {

			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(new AuthorityFirst(required)).addPathPatterns("/api/v1/**");
			}

		};
	}

}
