package io.frontdesk.gateway;

import java.util.Objects;

import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Keycloak's realm. Its endpoints follow from the issuer, so that the gateway starts while Keycloak is away.
 *
 * @param issuer the realm's address as browsers see it
 * @param audience that a program's token must name
 * @param internalUrl the realm's address as the gateway sees it, where that differs
 */
@Validated
@ConfigurationProperties("frontdesk.identity")
public record IdentitySettings(@NotBlank @DefaultValue("http://localhost:18080/realms/frontdesk") String issuer,
		@NotBlank @DefaultValue("frontdesk-api") String audience, @Nullable String internalUrl) {

	public String authorizationEndpoint() {
		return this.issuer + "/protocol/openid-connect/auth";
	}

	/** Where people change how they log in. */
	public String accountPage() {
		return this.issuer + "/account/account-security/signing-in";
	}

	public String logoutEndpoint() {
		return internal("/protocol/openid-connect/logout");
	}

	public String tokenEndpoint() {
		return internal("/protocol/openid-connect/token");
	}

	public String keys() {
		return internal("/protocol/openid-connect/certs");
	}

	public String discovery() {
		return internal("/.well-known/openid-configuration");
	}

	private String internal(String path) {
		return Objects.requireNonNullElse(this.internalUrl, this.issuer) + path;
	}

}
