package io.frontdesk.ticket.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.frontdesk.events.EventJson;
import io.frontdesk.events.UserChanged;
import io.frontdesk.local.testing.SharedServers;
import io.frontdesk.ticket.TicketServiceApplication;
import io.frontdesk.ticket.TicketServiceTest;

/** One of several running instances of the service, spoken to over HTTP as the gateway does. */
record Instance(ConfigurableApplicationContext context) implements AutoCloseable {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	static Instance start(SharedServers.Database database, TestTokens tokens) {
		return new Instance(new SpringApplicationBuilder(TicketServiceApplication.class)
				.properties(Map.of("spring.main.banner-mode", "off"))
				.run(Stream.concat(
						SharedServers.kafkaProperties().entrySet().stream().map(setting -> "--" + setting),
						Stream.of("--server.port=0", "--spring.datasource.url=" + database.url(),
								"--spring.datasource.username=" + database.name(),
								"--spring.datasource.password=" + database.password(),
								"--frontdesk.reference.key=" + TicketServiceTest.KEY,
								"--frontdesk.blobs.directory=target/blobs",
								"--frontdesk.reply.undo-delay=1s", "--frontdesk.identity.issuer=" + TestTokens.ISSUER,
								"--frontdesk.identity.keys-url=" + tokens.keysUrl()))
						.toArray(String[]::new)));
	}

	String url() {
		return "http://127.0.0.1:" + this.context.getEnvironment().getRequiredProperty("local.server.port");
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	long raise(String token) {
		return send("POST", "/tickets", token, "{\"subject\": \"Printer on fire\", \"message\": \"It smokes.\"}")
				.get("id")
				.asLong();
	}

	void change(long ticket, String token, String change) {
		send("PATCH", "/tickets/" + ticket, token, change);
	}

	void write(long ticket, String token, String kind) {
		send("POST", "/tickets/%d/messages".formatted(ticket), token,
				"{\"kind\": \"%s\", \"body\": \"Have you tried water?\"}".formatted(kind));
	}

	/** As org-service does. */
	@SuppressWarnings("unchecked")
	void tell(UserChanged user) {
		var kafka = (KafkaTemplate<Object, Object>) this.context.getBean("kafkaTemplate");
		kafka.send(user.topic(), user.key(), EventJson.MAPPER.writeValueAsBytes(user)).join();
	}

	int status(String path, String token) {
		return answered("GET", path, token, "").statusCode();
	}

	String answer(String path, String token) {
		return answered("GET", path, token, "").body();
	}

	private JsonNode send(String method, String path, String token, String body) {
		var answer = answered(method, path, token, body);
		assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
		return new JsonMapper().readTree(answer.body());
	}

	private HttpResponse<String> answered(String method, String path, String token, String body) {
		var at = path.startsWith("/actuator") ? path : "/api/v1" + path;
		var request = HttpRequest.newBuilder(URI.create(url() + at))
				.header("Authorization", "Bearer " + token)
				.header("Content-Type", "application/json")
				.method(method, BodyPublishers.ofString(body))
				.build();
		try {
			return HTTP.send(request, BodyHandlers.ofString());
		} catch (IOException ex) {
			throw new IllegalStateException(ex);
		} catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.context.close();
	}

}
