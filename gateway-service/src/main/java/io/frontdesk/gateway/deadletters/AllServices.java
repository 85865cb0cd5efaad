package io.frontdesk.gateway.deadletters;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Function;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import io.frontdesk.gateway.GatewaySettings;

/** Asks all services the same, at the same time. */
@Component
class AllServices {

	private static final Logger log = LoggerFactory.getLogger(AllServices.class);

	private final Map<String, URI> services;

	private final CloseableHttpClient http;

	AllServices(GatewaySettings settings, CloseableHttpClient http) {
		this.services = new TreeMap<>(settings.services());
		this.http = http;
	}

	List<Answer> ask(Function<URI, HttpUriRequestBase> question) {
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var answers = this.services.entrySet()
					.stream()
					.map(service -> CompletableFuture.supplyAsync(
							() -> ask(service.getKey(), question.apply(service.getValue())), threads))
					.toList();
			return answers.stream().map(CompletableFuture::join).toList();
		}
	}

	private Answer ask(String service, HttpUriRequestBase question) {
		try {
			return this.http.execute(question, answer -> {
				var body = EntityUtils.toByteArray(answer.getEntity());
				if (answer.getCode() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
					throw new IOException("Status " + answer.getCode());
				}
				return (answer.getCode() == HttpStatus.OK.value())
						? new Answer.Said(body)
						: new Answer.Refused(answer.getCode(), body);
			});
		} catch (IOException ex) {
			log.warn("{} does not answer for its dead letters: {}", service, ex.toString());
			return new Answer.Away(service);
		}
	}

	/** What one service has to say. */
	sealed interface Answer {

		record Said(byte[] json) implements Answer {}

		/** The caller may not ask this, or not so: the others think the same. */
		record Refused(int status, byte[] problem) implements Answer {}

		record Away(String service) implements Answer {}

	}

}
