package io.frontdesk.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

import io.frontdesk.local.keycloak.Tokens;
import io.frontdesk.local.stack.LocalStack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests of a member of staff, with a token that is never old. */
final class Bearer implements AutoCloseable {

	private static final String STAFF = "alice@frontdesk.test";

	/** Of the five minutes that a token is good for. */
	private static final Duration TOKEN_AGE = Duration.ofMinutes(3);

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Tokens tokens;

	private String token = "";

	private long asked;

	Bearer(LocalStack stack) {
		this.tokens = new Tokens(stack.issuer());
	}

	HttpResponse<String> send(Call call) throws IOException, InterruptedException {
		return this.http.send(HttpRequest.newBuilder(URI.create(call.url()))
				.header("Authorization", "Bearer " + token())
				.header("Content-Type", "application/json")
				.method(call.method(),
						call.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(call.body()))
				.build(), HttpResponse.BodyHandlers.ofString());
	}

	JsonNode json(Call call) throws IOException, InterruptedException {
		HttpResponse<String> response = send(call);
		if (response.statusCode() / 100 != 2) {
			throw new IOException("%s answered %d: %s".formatted(call, response.statusCode(), response.body()));
		}
		return JSON.readTree(response.body());
	}

	private synchronized String token() throws IOException, InterruptedException {
		if (this.token.isEmpty() || System.nanoTime() - this.asked > TOKEN_AGE.toNanos()) {
			this.token = switch (this.tokens.forPassword(STAFF, "frontdesk")) {
				case Tokens.Answer.Granted(String granted) -> granted;
				case Tokens.Answer.Refused(String reason) -> throw new IOException(reason);
			};
			this.asked = System.nanoTime();
		}
		return this.token;
	}

	@Override
	public void close() {
		this.http.close();
	}

}
