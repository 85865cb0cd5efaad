package io.frontdesk.gateway.login;

import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

import io.frontdesk.gateway.IdentitySettings;

/** Whether it is worth sending a browser there. */
class Keycloak {

	private final IdentitySettings identity;

	private final RestClient http;

	Keycloak(IdentitySettings identity, RestClient http) {
		this.identity = identity;
		this.http = http;
	}

	boolean answers() {
		try {
			this.http.get().uri(this.identity.discovery()).retrieve().toBodilessEntity();
			return true;
		} catch (RestClientException _) {
			return false;
		}
	}

}
