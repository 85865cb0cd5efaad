package io.frontdesk.gateway;

import java.net.URI;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * @param url where browsers find this gateway, without a path
 * @param clientSecret of Keycloak's client frontdesk-web
 * @param bodyLimit of an API request
 * @param uploadLimit of a request that uploads a file: a file of 25 MB, and what a form puts around it
 */
@Validated
@ConfigurationProperties("frontdesk.gateway")
public record GatewaySettings(@DefaultValue("http://localhost:8080") URI url,
		@NotBlank(message = "is missing: set FRONTDESK_GATEWAY_CLIENTSECRET to the secret of Keycloak's client frontdesk-web") String clientSecret,
		@DefaultValue("http://localhost:8101") URI orgUrl, @DefaultValue("http://localhost:8102") URI ticketUrl,
		@DefaultValue("http://localhost:8103") URI mailIngestUrl,
		@DefaultValue("http://localhost:8104") URI notificationUrl, @DefaultValue("1MB") DataSize bodyLimit,
		@DefaultValue("26MB") DataSize uploadLimit) {

	public static final String HOST_ONLY = "__Host-";

	public Map<String, URI> services() {
		return Map.of("org", this.orgUrl, "ticket", this.ticketUrl, "mail-ingest", this.mailIngestUrl, "notification",
				this.notificationUrl);
	}

	/** By the public address, or because a proxy that is believed says so. */
	public boolean isHttps(HttpServletRequest request) {
		return "https".equals(this.url.getScheme()) || request.isSecure();
	}

	public String origin() {
		return this.url.getScheme() + "://" + this.url.getAuthority();
	}

	/** A cookie that only this host can have set, where the browser allows it: the prefix demands https. */
	public String cookieName(HttpServletRequest request, String name) {
		return isHttps(request) ? HOST_ONLY + name : name;
	}

	@Override
	public String toString() {
		return "GatewaySettings[" + this.url + "]";
	}

}
