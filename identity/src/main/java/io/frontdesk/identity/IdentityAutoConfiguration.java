package io.frontdesk.identity;

import java.util.Collection;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Makes a service accept Keycloak's tokens and nothing else. */
@AutoConfiguration
@EnableConfigurationProperties(IdentitySettings.class)
public class IdentityAutoConfiguration {

	/** Keys are fetched when the first token comes: a service starts while Keycloak is away. */
	@Bean
	JwtDecoder jwtDecoder(IdentitySettings settings) {
		var decoder = NimbusJwtDecoder.withJwkSetUri(settings.keys()).build();
		decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
				JwtValidators.createDefaultWithIssuer(settings.issuer()),
				new JwtClaimValidator<Collection<String>>(JwtClaimNames.AUD,
						audience -> audience != null && audience.contains(settings.audience()))));
		return new KnownTokens(decoder);
	}

}
