package io.frontdesk.gateway.addresses;

import java.time.Duration;
import java.util.Map;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

import io.frontdesk.gateway.GatewaySettings;

/** Asks org-service, which keeps whose an address is to be. */
@Component
class AddressProofs {

	private static final HttpClientSettings PATIENCE = HttpClientSettings.defaults()
			.withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(10));

	private final RestClient http;

	AddressProofs(GatewaySettings settings) {
		this.http = RestClient.builder()
				.requestFactory(ClientHttpRequestFactoryBuilder.httpComponents().build(PATIENCE))
				.baseUrl(settings.orgUrl())
				.build();
	}

	Outcome confirm(String token) {
		try {
			var answer = this.http.post()
					.uri("/address-proofs")
					.contentType(MediaType.APPLICATION_JSON)
					.body(Map.of("token", token))
					.retrieve()
					.toBodilessEntity();
			return (answer.getStatusCode() == HttpStatus.NO_CONTENT) ? Outcome.COUNTS : Outcome.OTHER_IS_ASKED;
		} catch (HttpClientErrorException.Conflict _) {
			return Outcome.IS_TAKEN;
		} catch (HttpClientErrorException _) {
			return Outcome.PROVES_NOTHING;
		} catch (RestClientException _) {
			return Outcome.NOBODY_ANSWERS;
		}
	}

	enum Outcome {

		COUNTS,

		OTHER_IS_ASKED,

		IS_TAKEN,

		PROVES_NOTHING,

		NOBODY_ANSWERS

	}

}
