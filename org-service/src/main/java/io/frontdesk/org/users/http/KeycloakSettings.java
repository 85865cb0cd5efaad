package io.frontdesk.org.users.http;

import java.net.URI;
import java.time.Duration;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param issuer the realm's address as browsers see it
 * @param realmUrl where we reach the realm; by default as browsers do
 * @param clientId of a client of Keycloak that may manage users
 * @param webClientId of the client that an invitation leads back to
 * @param connectTimeout and the next: short, since an event of ours may wait behind a call
 * @param invitationLifespan how long the link in an invitation works
 */
@Validated
@ConfigurationProperties("frontdesk.identity")
record KeycloakSettings(@NotBlank @DefaultValue("http://localhost:18080/realms/frontdesk") String issuer,
		@Nullable String realmUrl, @NotBlank @DefaultValue("frontdesk-org") String clientId,
		@DefaultValue("") String clientSecret, @NotBlank @DefaultValue("frontdesk-web") String webClientId,
		@DefaultValue("2s") Duration connectTimeout, @DefaultValue("5s") Duration readTimeout,
		@DefaultValue("7d") Duration invitationLifespan) {

	private static final String REALMS = "/realms/";

	URI token() {
		return URI.create(realm() + "/protocol/openid-connect/token");
	}

	/** Keycloak's admin API has its paths beside those of the realm. */
	String admin() {
		var at = realm().lastIndexOf(REALMS);
		return realm().substring(0, at) + "/admin" + realm().substring(at);
	}

	private String realm() {
		return (this.realmUrl != null) ? this.realmUrl : this.issuer;
	}

}
