package io.frontdesk.gateway.login;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

import io.frontdesk.gateway.IdentitySettings;

/** What we ask of it ourselves, beside tokens. */
class Keycloak {

	private static final Logger log = LoggerFactory.getLogger(Keycloak.class);

	private final IdentitySettings identity;

	private final ClientRegistration client;

	private final RestClient http;

	Keycloak(IdentitySettings identity, ClientRegistration client, RestClient http) {
		this.identity = identity;
		this.client = client;
		this.http = http;
	}

	/** Whether it is worth sending a browser there. */
	boolean answers() {
		try {
			this.http.get().uri(this.identity.discovery()).retrieve().toBodilessEntity();
			return true;
		} catch (RestClientException _) {
			return false;
		}
	}

	/**
	 * Ends the login that the token is of, whatever browsers and clients share it.
	 *
	 * @return whether nothing is left to be ended, as when Keycloak knows no such login any more
	 */
	boolean ends(String refreshToken) {
		var form = new LinkedMultiValueMap<String, String>();
		form.add("client_id", this.client.getClientId());
		form.add("client_secret", this.client.getClientSecret());
		form.add("refresh_token", refreshToken);
		try {
			this.http.post()
					.uri(this.identity.logoutEndpoint())
					.contentType(MediaType.APPLICATION_FORM_URLENCODED)
					.body(form)
					.retrieve()
					.toBodilessEntity();
			return true;
		} catch (HttpClientErrorException.BadRequest ex) {
			return isGone(ex);
		} catch (RestClientException ex) {
			log.warn("Keycloak could not be told of a logout, which is tried again: {}", ex.getMessage());
			return false;
		}
	}

	private static boolean isGone(HttpClientErrorException refusal) {
		var gone = refusal.getResponseBodyAsString().contains(OAuth2ErrorCodes.INVALID_GRANT);
		if (!gone) {
			log.warn("Keycloak refused a logout, which is tried again: {}", refusal.getMessage());
		}
		return gone;
	}

}
