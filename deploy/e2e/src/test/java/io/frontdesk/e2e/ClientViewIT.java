package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** All that carol can be told, looked through for what is not hers. */
class ClientViewIT {

	/** A word and an id that nothing in the system has. */
	private static final String NONSENSE = "zqnonsense";

	private static final String NO_ID = "5ca1ab1e-0000-4000-8000-000000000000";

	private static final Pattern UUID_FORMAT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private static final List<String> QUALIFIERS = List.of("tag:", "assignee:", "requester:", "company:", "project:",
			"task:", "-tag:", "-assignee:", "");

	private static final List<String> SEARCHES = List.of("is:archived", "assignee:none", "assignee:me",
			"-assignee:none", "has:attachment", "waiting:staff", "status:open", "zq", "z", "\"\"");

	private static final List<String> SORTS = List.of("requestTime", "-responseTime", "-lastActivity", "lastActivity",
			"priority", "id");

	private static World world;

	private final List<OpenApi.Operation> reads = OpenApi.ofTheRunningSystem()
			.operations()
			.stream()
			.filter(operation -> operation.method().equals("GET") && !operation.path().equals("/api/v1/stream"))
			.toList();

	@Test
	void nothingThatIsNotHersIsInAnyAnswer() throws IOException {
		var carol = new Recorder(world().carol(), Path.of("target", "recorded", "carol"));
		var leaks = new ArrayList<String>();
		var addresses = addresses();
		for (var address : addresses) {
			var answer = carol.get(address);
			assertThat(answer.status()).as(address).isLessThan(500);
			world().secrets()
					.stream()
					.filter(secret -> !address.contains(secret) && answer.text().contains(secret))
					.forEach(secret -> leaks.add(secret + " in " + address + ": " + answer.text()));
		}
		System.out.printf("Carol asked %d things, and %d secrets were in none of the answers, which are in %s%n",
				addresses.size(), world().secrets().size(), carol.directory());
		assertThat(carol.everything()).as("what is hers").contains("Carol's own matter", "A public answer",
				"public.txt", "Common project");
		assertThat(leaks).isEmpty();
	}

	/** That it exists is told by no difference, either. */
	@Test
	void whatIsNotHersAnswersAsWhatIsNotThere() throws IOException {
		var softly = new SoftAssertions();
		var compared = 0;
		for (var address : addresses()) {
			for (var secret : world().secrets()) {
				if (address.contains(secret)) {
					var nothing = UUID_FORMAT.matcher(secret).matches()
							? NO_ID
							: (secret.matches("\\d+") ? "1234567" : NONSENSE);
					var there = world().carol().get(address);
					var notThere = world().carol().get(address.replace(secret, nothing));
					softly.assertThat(there.status() + " " + there.body().replace(secret, nothing))
							.as(address)
							.isEqualTo(notThere.status() + " " + notThere.body());
					compared++;
				}
			}
		}
		System.out.printf("Compared %d answers with those about nothing%n", compared);
		assertThat(compared).isPositive();
		softly.assertAll();
	}

	/** In any place of any body. */
	@Test
	void whatSheNamesAndIsNotHersAnswersAsWhatIsNotThere() {
		var softly = new SoftAssertions();
		var compared = 0;
		var foreign = world().secrets().stream().filter(secret -> UUID_FORMAT.matcher(secret).matches()).toList();
		for (var operation : OpenApi.ofTheRunningSystem().operations()) {
			if (operation.requiredAuthorities().orElse(List.of()).contains("client")) {
				var own = operation.addressWithTicket(world().own());
				var address = own.isEmpty() ? operation.address() : own;
				for (var secret : foreign) {
					for (var body : operation.bodiesWith(secret)) {
						var there = world().carol().json(operation.method(), address, body);
						var notThere = world().carol().json(operation.method(), address, body.replace(secret, NO_ID));
						softly.assertThat(there.toString().replace(secret, NO_ID))
								.as("%s %s %s", operation.method(), address, body)
								.isEqualTo(notThere.toString());
						softly.assertThat(there.status()).as(body).isBetween(400, 499);
						compared++;
					}
				}
			}
		}
		System.out.printf("Carol named %d times what is not hers%n", compared);
		assertThat(compared).isGreaterThan(5 * foreign.size());
		softly.assertAll();
	}

	/** Else the search for secrets would find none because it doesn't look where they are. */
	@Test
	void superAdminFindsAllOfItInTheSamePlaces() throws IOException {
		var root = new Recorder(world().root(), Path.of("target", "recorded", "root"));
		addresses().forEach(root::get);
		assertThat(root.everything()).contains(World.WORDS);
	}

	@Test
	void streamTellsHerOfHerTicketsOnly() throws Exception {
		var world = world();
		var heard = new StringBuffer();
		var request = world.carol().request("/api/v1/stream").GET().build();
		try (var http = HttpClient.newHttpClient()) {
			var stream = http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
			var reader = Thread.startVirtualThread(() -> copy(stream, heard));
			await().atMost(Frontdesk.PATIENCE).until(() -> !heard.isEmpty());
			var note = world.write(world.own(), "note", "zqnote again");
			world.alice().patch("/api/v1/tickets/" + world.other(), "{\"tags\": [\"zqtag\"]}");
			var others = world.write(world.other(), "reply", "For the other client.");
			var answer = world.write(world.own(), "reply", "For carol.");
			await().atMost(Frontdesk.PATIENCE).until(() -> heard.indexOf(answer) >= 0);
			stream.close();
			reader.join();
			Recorder.write(Path.of("target", "recorded", "carol", "stream.txt"), heard.toString());
			assertThat(heard).contains(Long.toString(world.own())).doesNotContain(note, others);
			assertThat(heard).doesNotContain(world.secrets());
		}
	}

	private static synchronized World world() {
		if (world == null) {
			world = World.built();
		}
		return world;
	}

	private static void copy(InputStream stream, StringBuffer heard) {
		try {
			var buffer = new byte[4096];
			for (var read = stream.read(buffer); read != -1; read = stream.read(buffer)) {
				heard.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
			}
		} catch (IOException ex) {
			// closed by the test
		}
	}

	/** Each read with each id there is in each place, and each parameter with each secret. */
	private List<String> addresses() {
		return this.reads.stream()
				.flatMap(read -> paths(read.path()).stream()
						.flatMap(path -> Stream.concat(Stream.of(path), queries(read, path))))
				.distinct()
				.toList();
	}

	private List<String> paths(String template) {
		var from = template.indexOf('{');
		if (from < 0) {
			return List.of(template);
		}
		var before = template.substring(0, from);
		var collection = before.substring(before.lastIndexOf('/', from - 2) + 1, from - 1);
		var after = template.substring(template.indexOf('}') + 1);
		return world().idsOf(collection).stream().flatMap(id -> paths(before + id + after).stream()).toList();
	}

	private Stream<String> queries(OpenApi.Operation read, String path) {
		if (path.equals("/api/v1/tickets")) {
			return Stream.concat(parameters(read, path), searches(path));
		}
		return parameters(read, path);
	}

	private Stream<String> parameters(OpenApi.Operation read, String path) {
		return read.json()
				.path("parameters")
				.valueStream()
				.filter(parameter -> parameter.path("in").asString().equals("query"))
				.map(parameter -> parameter.get("name").asString())
				.flatMap(name -> Stream.concat(world().secrets().stream(), Stream.of("true", "false", "all", "200"))
						.map(value -> path + "?" + name + "=" + value));
	}

	private Stream<String> searches(String path) {
		var qualified = QUALIFIERS.stream()
				.flatMap(qualifier -> world().secrets().stream().map(secret -> qualifier + secret));
		var sorted = SORTS.stream().map(sort -> path + "?sort=" + sort);
		return Stream.concat(sorted, Stream.concat(SEARCHES.stream(), qualified)
				.map(search -> path + "?q=" + URLEncoder.encode(search, StandardCharsets.UTF_8)));
	}

	/** Two clients of one company, and what each should not know. */
	private record World(Api carol, Api root, Api alice, long own, long other, List<String> secrets,
			List<String> tickets, List<String> messages, List<String> attachments, List<String> users,
			List<String> companies, List<String> projects, List<String> tasks) {

		/** Each is in one thing that carol may not see. */
		private static final List<String> WORDS = List.of("zqnote", "zqothernote", "zqtag", "zqformertag", "zqsubject",
				"zqbody", "zqfirst", "zqlast", "zqclient", "zqassignee", "zqcompany", "zqproject", "zqtask",
				"zqdeleted",
				"zqnotefile", "zqotherfile", "zqcontent");

		static World built() {
			var accounts = new Accounts();
			var root = Frontdesk.root();
			var alice = Frontdesk.api("alice@frontdesk.test");
			var carol = Frontdesk.api("carol@example.com");
			var company = id(root.created("/api/v1/companies",
					"{\"name\": \"Shared Works\", \"domains\": [\"shared.example\"]}"));
			var common = project(root, "Common project", company);
			var foreign = id(root.created("/api/v1/companies", "{\"name\": \"zqcompany\"}"));
			var foreignProject = project(root, "zqproject", foreign);
			var foreignTask = id(root.created("/api/v1/tasks",
					"{\"name\": \"zqtask\", \"project\": \"%s\"}".formatted(foreignProject)));
			var client = Frontdesk
					.api(accounts.create("zqclient@shared.example", "Zqfirst", "Zqlast", List.of("client")));
			var assignee = Frontdesk.api(accounts.create("zqassignee@frontdesk.test", "Zqfirst", "Zqlast",
					List.of("admin", "ticket:read", "ticket:write")));
			var carolId = me(carol);
			assertThat(root.patch("/api/v1/users/" + carolId, "{\"company\": \"%s\"}".formatted(company)).status())
					.isEqualTo(200);

			var own = ticket(carol, "Carol's own matter", "Please help.");
			var deleted = ticket(carol, "zqdeleted matter", "zqdeleted, too.");
			assertThat(root.json("DELETE", "/api/v1/tickets/" + deleted, "").status()).isEqualTo(204);
			var otherFile = upload(client, "zqotherfile.txt", "zqcontent of the other client");
			var other = id(client.created("/api/v1/tickets",
					"{\"subject\": \"zqsubject\", \"message\": \"zqbody\", \"attachments\": [\"%s\"]}"
							.formatted(otherFile)));
			change(alice, own, "{\"tags\": [\"zqformertag\"]}");
			change(alice, own, "{\"tags\": [\"zqtag\"], \"assignee\": \"%s\"}".formatted(me(assignee)));
			change(alice, own, "{\"project\": \"%s\"}".formatted(common));
			change(alice, other, "{\"project\": \"%s\", \"task\": \"%s\"}".formatted(foreignProject, foreignTask));
			var noteFile = upload(alice, "zqnotefile.txt", "zqcontent of a note");
			var publicFile = upload(alice, "public.txt", "For carol.");
			var note = message(alice, own, "note", "zqnote", noteFile);
			var otherNote = message(alice, other, "note", "zqothernote");
			message(alice, own, "reply", "A public answer", publicFile);
			await().atMost(Frontdesk.PATIENCE)
					.until(() -> carol.get("/api/v1/tickets/%s/messages".formatted(own)).body(),
							body -> body.contains("A public answer"));

			var messages = Stream.of(own, other)
					.flatMap(ticket -> alice.get("/api/v1/tickets/%s/messages".formatted(ticket))
							.json()
							.get("items")
							.valueStream())
					.map(message -> message.get("id").asString())
					.toList();
			var otherMessages = alice.get("/api/v1/tickets/%s/messages".formatted(other)).json().get("items");
			var ids = Stream.concat(Stream.of(note, otherNote, other, deleted, otherFile, noteFile, me(client),
					me(assignee), foreign, foreignProject, foreignTask),
					otherMessages.valueStream().map(message -> message.get("id").asString()));
			return new World(carol, root, alice, Long.parseLong(own), Long.parseLong(other),
					Stream.concat(WORDS.stream(), ids).distinct().toList(), List.of(own, other, deleted), messages,
					List.of(otherFile, noteFile, publicFile), List.of(carolId, me(client), me(assignee)),
					List.of(company, foreign), List.of(common, foreignProject), List.of(foreignTask));
		}

		List<String> idsOf(String collection) {
			return switch (collection) {
				case "tickets" -> this.tickets;
				case "messages" -> this.messages;
				case "attachments" -> this.attachments;
				case "users" -> this.users;
				case "companies" -> this.companies;
				case "projects" -> this.projects;
				case "tasks" -> this.tasks;
				default -> Stream.concat(Stream.of("1"), this.messages.stream()).toList();
			};
		}

		/** @return the message's id */
		String write(long ticket, String kind, String body) {
			return message(this.alice, Long.toString(ticket), kind, body);
		}

		private static String me(Api api) {
			return id(api.get("/api/v1/me").json());
		}

		private static String project(Api root, String name, String company) {
			return id(root.created("/api/v1/projects",
					"{\"name\": \"%s\", \"company\": \"%s\"}".formatted(name, company)));
		}

		private static String ticket(Api api, String subject, String message) {
			return id(api.created("/api/v1/tickets",
					"{\"subject\": \"%s\", \"message\": \"%s\"}".formatted(subject, message)));
		}

		/** Again, until what another service tells of people and projects has arrived. */
		private static void change(Api api, String ticket, String change) {
			await().atMost(Frontdesk.PATIENCE)
					.until(() -> api.patch("/api/v1/tickets/" + ticket, change).status(), status -> status == 200);
		}

		private static String upload(Api api, String name, String content) {
			return id(api.post("/api/v1/attachments?filename=" + name, content, "Content-Type", "text/plain").json());
		}

		private static String message(Api api, String ticket, String kind, String body, String... attachments) {
			var files = Stream.of(attachments).map("\"%s\""::formatted).toList();
			return id(api.created("/api/v1/tickets/%s/messages".formatted(ticket),
					"{\"kind\": \"%s\", \"body\": \"%s\", \"attachments\": %s}".formatted(kind, body, files)));
		}

		private static String id(JsonNode thing) {
			return thing.get("id").asString();
		}

	}

}
