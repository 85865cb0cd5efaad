package io.frontdesk.load;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is measured. The ids that requests need are looked up before. */
final class Scenarios {

	private static final int LONG_CONVERSATION = 500;

	private static final int DEEP = 1_000;

	private static final int SAMPLES = 400;

	private static final int PROJECTS = 100;

	private static final int WRITTEN = 80;

	private final Bearer bearer;

	private final String api;

	private final List<JsonNode> samples;

	private final JsonNode sample;

	private final List<Scenario> scenarios = new ArrayList<>();

	private Scenarios(Bearer bearer, String api) throws IOException, InterruptedException {
		this.bearer = bearer;
		this.api = api;
		this.samples = samples();
		this.sample = sample();
	}

	static List<Scenario> prepare(Bearer bearer, String api) throws IOException, InterruptedException {
		Scenarios all = new Scenarios(bearer, api);
		all.lists();
		all.searches();
		all.details();
		all.scenarios.add(Scenario.of("dashboard", api + "/dashboard"));
		all.writes();
		return all.scenarios;
	}

	private void lists() throws IOException, InterruptedException {
		list("list, page 1", "");
		int page = 1;
		@Nullable
		String cursor = null;
		for (JsonNode next = cursorOf(""); page < DEEP && !next.isNull(); page++) {
			cursor = next.asString();
			next = cursorOf("&cursor=" + cursor);
		}
		if (cursor != null) {
			list("list, page %,d".formatted(page), "&cursor=" + cursor);
		}
		for (String sort : List.of("requestTime", "responseTime", "lastActivity", "priority", "id")) {
			list("list by " + sort, "&sort=" + sort);
			list("list by -" + sort, "&sort=-" + sort);
		}
		for (String filter : List.of("status=open", "status=closed", "priority=high", "assignee=me", "assignee=none",
				"waitingOn=staff", "tag=printer", "createdFrom=2026-06-01&createdTo=2026-06-30",
				"assignee=" + id(this.sample, "assignee"), "requester=" + id(this.sample, "requester"),
				"company=" + id(this.sample, "company"),
				"project=" + id(this.sample, "project"), "task=" + id(this.sample, "task"))) {
			list("list of " + (filter.contains("-") ? filter.split("=")[0] : filter), "&" + filter);
		}
	}

	private JsonNode cursorOf(String parameters) throws IOException, InterruptedException {
		return this.bearer.json(Call.get(this.api + "/tickets?limit=50" + parameters)).get("nextCursor");
	}

	/** One that has all that a list can be filtered by, and whose requester's name two letters can be swapped in. */
	private JsonNode sample() throws IOException, InterruptedException {
		for (JsonNode row : this.samples) {
			String name = row.get("requester").get("lastName").asString();
			if (Stream.of("assignee", "company", "project", "task").noneMatch(field -> row.get(field).isNull())
					&& name.length() > 6 && name.charAt(2) != name.charAt(3)) {
				return row;
			}
		}
		throw new IOException(
				"None of %d tickets of the demo has assignee, company, project, task and a requester with a long name: ./frontdesk bench needs at least --tickets 1000"
						.formatted(this.samples.size()));
	}

	/** Of the demo's projects, and so not what a bench has written, by mail or here. */
	private List<JsonNode> samples() throws IOException, InterruptedException {
		List<JsonNode> tickets = new ArrayList<>();
		for (JsonNode project : items("/projects?limit=%d".formatted(PROJECTS))) {
			tickets.addAll(items("/tickets?limit=%d&sort=id&project=%s".formatted(SAMPLES / 4,
					project.get("id").asString())));
			if (tickets.size() >= SAMPLES) {
				return tickets.subList(0, SAMPLES);
			}
		}
		return tickets;
	}

	private List<JsonNode> items(String path) throws IOException, InterruptedException {
		List<JsonNode> items = new ArrayList<>();
		this.bearer.json(Call.get(this.api + path)).get("items").forEach(items::add);
		return items;
	}

	private static String id(JsonNode row, String field) {
		return row.get(field).get("id").asString();
	}

	private void searches() throws IOException, InterruptedException {
		search("a common word", "the");
		search("a word", "printer");
		search("a rare word", "oscilloscope");
		search("the beginning of a word", "oscil");
		search("the middle of a word", "scillos");
		search("a part of many words", "pri");
		search("two words", "vpn certificate");
		String name = this.sample.get("requester").get("lastName").asString();
		search("a name", name);
		search("a name with a typo", name.substring(0, 2) + name.charAt(3) + name.charAt(2) + name.substring(4));
		search("words and a property", "printer status:open");
		search("an id", this.sample.get("id").asString());
	}

	private void details() throws IOException, InterruptedException {
		List<Long> ids = this.samples.stream().map(row -> row.get("id").asLong()).toList();
		this.scenarios.add(new Scenario("detail", ids.stream().map(id -> Call.get(ticket(id))).toList()));
		this.scenarios
				.add(new Scenario("messages", ids.stream().map(id -> Call.get(ticket(id) + "/messages")).toList()));
		long big = create("A conversation of %d messages".formatted(LONG_CONVERSATION));
		for (int i = 1; i < LONG_CONVERSATION; i++) {
			this.bearer.json(new Call("POST", ticket(big) + "/messages",
					"{\"kind\": \"note\", \"body\": \"Note %d: nothing new about the printer.\"}".formatted(i)));
		}
		this.scenarios.add(Scenario.of("detail with 500 messages", ticket(big)));
		this.scenarios.add(Scenario.of("messages of 500", ticket(big) + "/messages"));
	}

	private void writes() throws IOException, InterruptedException {
		this.scenarios.add(new Scenario("create", List.of(creation("Created by a bench"))));
		List<Long> own = new ArrayList<>();
		for (int i = 0; i < WRITTEN; i++) {
			own.add(create("Changed by a bench"));
		}
		this.scenarios.add(new Scenario("reply", own.stream()
				.map(id -> new Call("POST", ticket(id) + "/messages",
						"{\"kind\": \"reply\", \"body\": \"We look into it.\"}"))
				.toList()));
		this.scenarios.add(new Scenario("change of status",
				own.stream()
						.flatMap(id -> Stream.of("closed", "open")
								.map(status -> new Call("PATCH", ticket(id), "{\"status\": \"%s\"}".formatted(status))))
						.toList()));
	}

	private String ticket(long id) {
		return this.api + "/tickets/" + id;
	}

	private Call creation(String subject) {
		return new Call("POST", this.api + "/tickets",
				"{\"subject\": \"%s\", \"message\": \"The printer on the second floor is on fire.\", \"requester\": {\"email\": \"bench@example.com\"}}"
						.formatted(subject));
	}

	private long create(String subject) throws IOException, InterruptedException {
		return this.bearer.json(creation(subject)).get("id").asLong();
	}

	private void list(String name, String parameters) {
		this.scenarios.add(Scenario.of(name, this.api + "/tickets?limit=50" + parameters));
	}

	private void search(String name, String text) {
		list("search for " + name, "&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
	}

}
