package io.frontdesk.load;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.StringEntity;

import io.frontdesk.local.keycloak.Tokens;
import io.frontdesk.local.stack.LocalStack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends requests of a member of staff, with a token that is never old. What it costs is missing to the stack on the same
 * cores, so it blocks and does little: with the JDK's client, lists came at two thirds of the rate.
 */
final class Bearer implements AutoCloseable {

	private static final String STAFF = "alice@frontdesk.test";

	private static final int CONNECTIONS = 256;

	/** Of the five minutes that a token is good for. */
	private static final Duration TOKEN_AGE = Duration.ofMinutes(3);

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final CloseableHttpClient http = HttpClients.custom()
			.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
					.setMaxConnTotal(CONNECTIONS)
					.setMaxConnPerRoute(CONNECTIONS)
					.build())
			.disableAutomaticRetries()
			.disableContentCompression()
			.disableCookieManagement()
			.build();

	private final Tokens tokens;

	private String token = "";

	private long asked;

	Bearer(LocalStack stack) {
		this.tokens = new Tokens(stack.issuer());
	}

	Answer send(Call call) throws IOException, InterruptedException {
		var request = new HttpUriRequestBase(call.method(), URI.create(call.url()));
		request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token());
		if (!call.body().isEmpty()) {
			request.setEntity(new StringEntity(call.body(), ContentType.APPLICATION_JSON));
		}
		return this.http.execute(request,
				response -> new Answer(response.getCode(), EntityUtils.toByteArray(response.getEntity())));
	}

	JsonNode json(Call call) throws IOException, InterruptedException {
		Answer answer = send(call);
		if (!answer.isSuccess()) {
			throw new IOException("%s answered %d: %s".formatted(call, answer.status(), answer.text()));
		}
		return JSON.readTree(answer.body());
	}

	record Answer(int status, byte[] body) {

		boolean isSuccess() {
			return this.status / 100 == 2;
		}

		String text() {
			return new String(this.body, StandardCharsets.UTF_8);
		}

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
	public void close() throws IOException {
		this.http.close();
	}

}
