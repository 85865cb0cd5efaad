package io.frontdesk.identity;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param issuer of accepted tokens: the realm's address as browsers see it
 * @param audience that a token must name
 * @param keysUrl where the realm's keys are fetched; by default below the issuer
 */
@Validated
@ConfigurationProperties("frontdesk.identity")
record IdentitySettings(@NotBlank @DefaultValue("http://localhost:18080/realms/frontdesk") String issuer,
		@NotBlank @DefaultValue("frontdesk-api") String audience, @Nullable String keysUrl) {

	String keys() {
		return (this.keysUrl != null) ? this.keysUrl : this.issuer + "/protocol/openid-connect/certs";
	}

}
