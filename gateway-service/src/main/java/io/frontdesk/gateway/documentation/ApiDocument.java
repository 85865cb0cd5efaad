package io.frontdesk.gateway.documentation;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

import io.frontdesk.gateway.GatewaySettings;

/** What the services say about themselves, asked for again when it is some seconds old. */
@Component
class ApiDocument {

	private static final Logger log = LoggerFactory.getLogger(ApiDocument.class);

	private static final Duration GOOD_FOR = Duration.ofSeconds(10);

	private static final Duration GOOD_FOR_WITHOUT_SOME = Duration.ofSeconds(2);

	/** A service makes its document when it is first asked for it, which takes seconds; one that is away says so at once. */
	private static final RequestConfig PATIENCE = RequestConfig.custom()
			.setResponseTimeout(Timeout.ofSeconds(30))
			.build();

	private final Map<String, URI> services;

	private final CloseableHttpClient http;

	private final JsonMapper json;

	private final InstantSource clock;

	private final Lock asking = new ReentrantLock();

	private volatile Made made = new Made(new byte[0], MissingNode.getInstance(), Instant.MIN);

	ApiDocument(GatewaySettings settings, CloseableHttpClient http, JsonMapper json, InstantSource clock) {
		this.services = new TreeMap<>(settings.services());
		this.http = http;
		this.json = json;
		this.clock = clock;
	}

	byte[] json() {
		return made().json();
	}

	/** A problem of several services is there several times. */
	List<JsonNode> problems(String type) {
		return made().problems()
				.valueStream()
				.filter(problem -> problem.path("type").asString().equals(type))
				.toList();
	}

	private Made made() {
		if (isOld()) {
			this.asking.lock();
			try {
				if (isOld()) {
					this.made = made(ask());
				}
			} finally {
				this.asking.unlock();
			}
		}
		return this.made;
	}

	private Made made(MergedDocument merged) {
		return new Made(this.json.writeValueAsBytes(merged.document()), merged.document().path("x-problems"),
				this.clock.instant().plus(merged.isWhole() ? GOOD_FOR : GOOD_FOR_WITHOUT_SOME));
	}

	private boolean isOld() {
		return !this.clock.instant().isBefore(this.made.until());
	}

	private MergedDocument ask() {
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			var parts = new TreeMap<String, CompletableFuture<Optional<ObjectNode>>>();
			this.services.forEach(
					(name, url) -> parts.put(name, CompletableFuture.supplyAsync(() -> part(name, url), threads)));
			var merged = new MergedDocument(this.json);
			parts.forEach((name, part) -> part.join()
					.ifPresentOrElse(document -> merged.add(name, document), () -> merged.leaveOut(name)));
			return merged;
		}
	}

	private Optional<ObjectNode> part(String service, URI url) {
		var request = new HttpGet(url.resolve(ApiPages.DOCUMENT));
		request.setConfig(PATIENCE);
		try {
			return this.http.execute(request, this::read);
		} catch (IOException | JacksonException ex) {
			log.warn("{} does not say what it can do: {}", service, ex.toString());
			return Optional.empty();
		}
	}

	private Optional<ObjectNode> read(ClassicHttpResponse answer) throws IOException {
		var body = EntityUtils.toByteArray(answer.getEntity());
		if (answer.getCode() != HttpStatus.OK.value()) {
			throw new IOException("Status " + answer.getCode());
		}
		return Optional.of(this.json.readValue(body, ObjectNode.class));
	}

	private record Made(byte[] json, JsonNode problems, Instant until) {}

}
