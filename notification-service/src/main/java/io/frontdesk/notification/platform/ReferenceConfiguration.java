package io.frontdesk.notification.platform;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

import io.frontdesk.events.reference.SignedReferences;

@Configuration(proxyBeanMethods = false)
class ReferenceConfiguration {

	@Bean
	SignedReferences signedReferences(ReferenceSettings settings) {
		return new SignedReferences(settings.key());
	}

	/** @param key hex; the same as the ticket service's */
	@Validated
	@ConfigurationProperties("frontdesk.reference")
	record ReferenceSettings(@NotBlank String key) {}

}
