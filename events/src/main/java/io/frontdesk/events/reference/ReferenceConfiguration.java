package io.frontdesk.events.reference;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.validation.annotation.Validated;

/** For the services that write or read signed references: those that are given a key, the same for all. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("frontdesk.reference.key")
@EnableConfigurationProperties({ReferenceConfiguration.ReferenceSettings.class, ReplyAddresses.class})
public class ReferenceConfiguration {

	@Bean
	SignedReferences signedReferences(ReferenceSettings settings, ReplyAddresses replyAddresses) {
		return new SignedReferences(settings.key(), replyAddresses);
	}

	@Bean
	AddressProofs addressProofs(ReferenceSettings settings) {
		return new AddressProofs(settings.key());
	}

	/** @param key hex, at least 32 digits */
	@Validated
	@ConfigurationProperties("frontdesk.reference")
	record ReferenceSettings(@NotBlank String key) {}

}
