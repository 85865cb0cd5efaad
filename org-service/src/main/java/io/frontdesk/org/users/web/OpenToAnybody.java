package io.frontdesk.org.users.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** One way in without a token of Keycloak: its body has a token of ours. */
@Configuration(proxyBeanMethods = false)
class OpenToAnybody {

	@Bean
	@Order(1)
	SecurityFilterChain addressProofsOpenToAnybody(HttpSecurity http) {
		return http
				.securityMatcher(PathPatternRequestMatcher.withDefaults()
						.matcher(HttpMethod.POST, AddressProofController.PATH))
				.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
				.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
				.csrf(AbstractHttpConfigurer::disable)
				.requestCache(AbstractHttpConfigurer::disable)
				.build();
	}

}
