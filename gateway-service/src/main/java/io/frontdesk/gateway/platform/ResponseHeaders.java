package io.frontdesk.gateway.platform;

import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

import io.frontdesk.gateway.GatewaySettings;

/**
 * On every answer, unless a service has set its own: the frame around a mail has a stricter policy. No X-Frame-Options,
 * since it would forbid that frame where frame-ancestors can allow it.
 */
@Component
class ResponseHeaders implements Customizer<HeadersConfigurer<HttpSecurity>> {

	private static final String FEATURES = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

	private static final long YEAR_IN_SECONDS = 31_536_000;

	private final String contentPolicy;

	private final RequestMatcher https;

	ResponseHeaders(GatewaySettings gateway) {
		this.contentPolicy = """
				default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; \
				connect-src 'self'; frame-src 'self'; font-src 'none'; manifest-src 'self'; base-uri 'none'; \
				form-action 'self'; frame-ancestors 'none'""";
		this.https = gateway::isHttps;
	}

	@Override
	public void customize(HeadersConfigurer<HttpSecurity> headers) {
		headers.contentSecurityPolicy(policy -> policy.policyDirectives(this.contentPolicy))
				.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
				.crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
				.crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
				.permissionsPolicyHeader(policy -> policy.policy(FEATURES))
				.httpStrictTransportSecurity(transport -> transport.requestMatcher(this.https)
						.maxAgeInSeconds(YEAR_IN_SECONDS)
						.includeSubDomains(false))
				.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable);
	}

}
