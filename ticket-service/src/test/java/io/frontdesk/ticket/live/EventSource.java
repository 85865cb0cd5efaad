package io.frontdesk.ticket.live;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a stream as a browser does. */
final class EventSource implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final List<Told> told = new CopyOnWriteArrayList<>();

	private final CompletableFuture<Void> ended = new CompletableFuture<>();

	private final HttpResponse<InputStream> response;

	private volatile @Nullable String lastEventId;

	private volatile @Nullable String retry;

	private EventSource(HttpResponse<InputStream> response, @Nullable String lastEventId) {
		this.response = response;
		this.lastEventId = lastEventId;
	}

	static EventSource open(String server, String token, @Nullable String lastEventId)
			throws IOException, InterruptedException {
		var request = HttpRequest.newBuilder(URI.create(server + "/api/v1/stream"))
				.header("Authorization", "Bearer " + token)
				.header("Accept", "text/event-stream");
		if (lastEventId != null) {
			request.header("Last-Event-ID", lastEventId);
		}
		var source = new EventSource(HTTP.send(request.build(), BodyHandlers.ofInputStream()), lastEventId);
		Thread.startVirtualThread(source::read);
		return source;
	}

	/** For an answer that is no stream. */
	static HttpResponse<String> ask(String server, String token) throws IOException, InterruptedException {
		return HTTP.send(HttpRequest.newBuilder(URI.create(server + "/api/v1/stream"))
				.header("Authorization", "Bearer " + token)
				.header("Accept", "text/event-stream")
				.build(), BodyHandlers.ofString());
	}

	private void read() {
		var fields = new HashMap<String, String>();
		try (var lines = new BufferedReader(new InputStreamReader(this.response.body(), StandardCharsets.UTF_8))) {
			for (var line = lines.readLine(); line != null; line = lines.readLine()) {
				if (line.isEmpty()) {
					dispatch(fields);
					fields.clear();
				} else if (!line.startsWith(":")) {
					var colon = line.indexOf(':');
					fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
				}
			}
		} catch (IOException ex) {
			// closed by us or by them
		} finally {
			this.ended.complete(null);
		}
	}

	private void dispatch(Map<String, String> fields) {
		if (fields.containsKey("retry")) {
			this.retry = fields.get("retry");
		}
		if (fields.containsKey("id")) {
			this.lastEventId = fields.get("id");
		}
		if (fields.containsKey("data")) {
			this.told.add(new Told(fields.get("id"), fields.getOrDefault("event", "message"),
					JSON.readTree(fields.get("data"))));
		}
	}

	HttpResponse<InputStream> response() {
		return this.response;
	}

	@Nullable
	String lastEventId() {
		return this.lastEventId;
	}

	@Nullable
	String retry() {
		return this.retry;
	}

	boolean hasEnded() {
		return this.ended.isDone();
	}

	List<Told> told() {
		return List.copyOf(this.told);
	}

	/** Without counters.changed, which come when they come. */
	List<Told> events() {
		return this.told.stream().filter(event -> !event.type().equals("counters.changed")).toList();
	}

	List<String> typesOf(long ticket) {
		return events().stream().filter(event -> event.ticket() == ticket).map(Told::type).toList();
	}

	@Override
	public void close() throws IOException {
		this.response.body().close();
	}

	record Told(@Nullable String id, String type, JsonNode data) {

		long ticket() {
			return this.data.path("ticketId").asLong(-1);
		}

	}

}
