package io.frontdesk.org.users.http;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;

/** Our own access token at Keycloak, by client credentials, kept while it lasts. */
class ServiceToken {

	private static final long SPARE_SECONDS = 15;

	private final RestClient http;

	private final KeycloakSettings settings;

	private final InstantSource clock;

	private volatile @Nullable Granted granted;

	ServiceToken(RestClient http, KeycloakSettings settings, InstantSource clock) {
		this.http = http;
		this.settings = settings;
		this.clock = clock;
	}

	String get() {
		var current = this.granted;
		if (current == null || !current.until().isAfter(this.clock.instant())) {
			current = fetch();
			this.granted = current;
		}
		return current.token();
	}

	private Granted fetch() {
		var asked = this.clock.instant();
		var form = new LinkedMultiValueMap<String, String>();
		form.add("grant_type", "client_credentials");
		form.add("client_id", this.settings.clientId());
		form.add("client_secret", this.settings.clientSecret());
		var answer = Objects.requireNonNull(this.http.post()
				.uri(this.settings.token())
				.contentType(MediaType.APPLICATION_FORM_URLENCODED)
				.body(form)
				.retrieve()
				.body(Answer.class));
		return new Granted(answer.token(), asked.plusSeconds(answer.seconds() - SPARE_SECONDS));
	}

	private record Granted(String token, Instant until) {}

	private record Answer(@JsonProperty("access_token") String token, @JsonProperty("expires_in") long seconds) {}

}
