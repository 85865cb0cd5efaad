package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What nobody sends who means well, one row a case: each gets a problem, and nothing of our insides with it. */
class BadInputIT {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final long FIVE_GB = 5L << 30;

	/** The gateway's limit for an upload, and what Tomcat reads on so that its client hears the answer. */
	private static final long EARLY = 100L << 20;

	private static final String TICKETS = "/api/v1/tickets";

	private static final String NOTHING = "00000000-0000-4000-8000-000000000000";

	private final Api alice = Frontdesk.api("alice@frontdesk.test");

	private final Api root = Frontdesk.root();

	private final RawHttp raw = new RawHttp(this.alice.url());

	private final String bearer = "Authorization: Bearer " + this.alice.token().orElseThrow();

	private final long ticket = this.alice.created(TICKETS, ticket("Bad input", "Comes here.")).get("id").asLong();

	private final List<Row> rows = new ArrayList<>();

	@Test
	void everyBadRequestIsAProblem() throws IOException {
		for (var made = 0; made < 2; made++) {
			this.alice.created(TICKETS, ticket("For a second page", "Of one ticket each."));
		}
		bodies();
		ids();
		lists();
		headers();
		types();
		uploads();
		notHttp();
		var softly = new SoftAssertions();
		var table = new StringBuilder("case | status | type\n");
		for (var row : this.rows) {
			var answer = row.got();
			table.append("%s | %d | %s%n".formatted(row.what(), answer.status(), typeOf(answer)));
			row.check(answer, softly);
		}
		Files.createDirectories(Path.of("target", "recorded"));
		Files.writeString(Path.of("target", "recorded", "bad-input.txt"), table);
		System.out.println(table.append(this.rows.size()).append(" cases"));
		softly.assertAll();
	}

	private void bodies() {
		post("10 MB subject", ticket("x".repeat(10 << 20), "m"), 413);
		post("900 kB subject", ticket("x".repeat(900 << 10), "m"), 400);
		post("NUL in a subject", ticket("a\\u0000b", "m"), 400);
		post("NUL in a message", ticket("s", "a\\u0000b"), 400);
		post("lone high surrogate", ticket("a\\ud800b", "m"), 400);
		post("lone low surrogate", ticket("s", "a\\udfffb"), 400);
		post("NUL in a tag", tagged("a\\u0000"), 400);
		post("lone surrogate in a tag", tagged("\\udc00"), 400);
		bytes("invalid UTF-8", TICKETS, "{\"subject\": \"", new byte[]{(byte) 0xc3, (byte) 0x28}, 400);
		bytes("surrogate as UTF-8", TICKETS, "{\"subject\": \"",
				new byte[]{(byte) 0xed, (byte) 0xa0, (byte) 0x80}, 400);
		bytes("overlong UTF-8", TICKETS, "{\"subject\": \"", new byte[]{(byte) 0xc0, (byte) 0xaf}, 201, 400);
		accepted("right-to-left override in a subject is kept", () -> this.alice.post(TICKETS,
				ticket("gnp.\\u202eexe", "m")));
		post("right-to-left override in an address",
				"{\"requester\": {\"email\": \"a\\u202e@example.org\"}, \"subject\": \"s\", \"message\": \"m\"}", 400);
		post("line break in an address",
				"{\"requester\": {\"email\": \"a\\r\\nBcc: x@example.org\"}, \"subject\": \"s\", \"message\": \"m\"}",
				400);
		post("blank subject", ticket("  ", "m"), 400);
		accepted("PATCH without a subject", () -> this.alice.patch(TICKETS + "/" + this.ticket,
				"{\"priority\": \"high\"}"));
		patch("blank subject in a PATCH", "{\"subject\": \"  \"}", 400);
		patch("unknown field", "{\"subjekt\": \"s\"}", 400);
		patch("unknown status", "{\"status\": \"pending\"}", 400);
		patch("status is a number", "{\"status\": 1}", 400);
		patch("tags are an object", "{\"tags\": {}}", 400);
		patch("100 tags", "{\"tags\": [%s]}".formatted("\"t\",".repeat(99) + "\"t\""), 400);
		patch("assignee is no id", "{\"assignee\": \"x\"}", 400);
		patch("assignee is nobody", "{\"assignee\": \"%s\"}".formatted(NOTHING), 422);
		post("unknown field", "{\"subject\": \"s\", \"message\": \"m\", \"admin\": true}", 400);
		post("field twice", "{\"subject\": \"s\", \"subject\": \"t\", \"message\": \"m\"}", 200, 201, 400);
		for (var body : List.of("", "{", "[]", "null", "7", "\"text\"", "{'subject': 's'}", "NaN", "\u0000")) {
			post("body " + (body.isEmpty() ? "of nothing" : body.replace("\u0000", "NUL")), body, 400);
		}
		post("100,000 arrays deep", "{\"subject\": %s}".formatted("[".repeat(100_000) + "]".repeat(100_000)), 400);
		post("100,000 objects deep", "{\"a\":".repeat(100_000), 400);
		post("unknown and deep", "{\"x\": %s}".formatted("[".repeat(100_000) + "]".repeat(100_000)), 400);
		post("number of 100,000 digits", "{\"subject\": %s}".formatted("9".repeat(100_000)), 400);
		json("message of 300,000 characters", "POST", messages(),
				"{\"kind\": \"reply\", \"body\": \"%s\"}".formatted("x".repeat(300_000)), 400);
		json("unknown kind", "POST", messages(), "{\"kind\": \"shout\", \"body\": \"b\"}", 400);
		json("cc is no address", "POST", messages(), "{\"kind\": \"reply\", \"body\": \"b\", \"cc\": [\"x\"]}", 400);
		json("to is nobody of the ticket", "POST", messages(), "{\"kind\": \"reply\", \"body\": \"b\", \"to\": \"x\"}",
				422);
		json("seenRecipients is a text", "POST", messages(),
				"{\"kind\": \"reply\", \"body\": \"b\", \"seenRecipients\": \"x\"}", 400);
		json("seenRecipients has no cc", "POST", messages(),
				"{\"kind\": \"reply\", \"body\": \"b\", \"seenRecipients\": {\"to\": \"x\"}}", 400);
		json("seenRecipients has nulls", "POST", messages(),
				"{\"kind\": \"reply\", \"body\": \"b\", \"seenRecipients\": {\"to\": \"x\", \"cc\": [null]}}", 400);
		json("attachment of nobody", "POST", messages(),
				"{\"kind\": \"reply\", \"body\": \"b\", \"attachments\": [\"%s\"]}".formatted(NOTHING), 422);
		json("seenThrough of nothing", "POST", messages(),
				"{\"kind\": \"reply\", \"body\": \"b\", \"seenThrough\": \"%s\"}".formatted(NOTHING), 422);
		json("bulk of nothing", "POST", TICKETS + "/bulk", "{\"ids\": [], \"change\": {\"status\": \"closed\"}}", 400);
		json("bulk of 1,000", "POST", TICKETS + "/bulk", "{\"ids\": [%s], \"change\": {\"status\": \"closed\"}}"
				.formatted("1,".repeat(999) + "1"), 400);
		json("bulk of null", "POST", TICKETS + "/bulk", "{\"ids\": [null], \"change\": {}}", 400);
		for (var list : List.of("companies", "projects", "tasks", "users")) {
			this.rows.add(new Row("10 MB name in " + list, () -> of(this.root.post("/api/v1/" + list,
					"{\"name\": \"%s\"}".formatted("x".repeat(10 << 20)))), List.of(413)));
			this.rows.add(new Row("NUL in " + list, () -> of(this.root.post("/api/v1/" + list,
					"{\"name\": \"\\u0000\", \"email\": \"\\u0000\"}")), List.of(400)));
		}
	}

	private void ids() {
		for (var id : List.of("-1", "0", "9223372036854775807")) {
			get("ticket " + id, TICKETS + "/" + id, 404);
			get("messages of ticket " + id, TICKETS + "/" + id + "/messages", 404);
		}
		for (var id : List.of("9223372036854775808", "99999999999999999999999", "1e3", "0x10", "%00", "x", "1.5",
				"%C3%28", "%EF%BC%91")) {
			get("ticket " + id, TICKETS + "/" + id, 400, 404);
			json("PATCH of ticket " + id, "PATCH", TICKETS + "/" + id, "{\"priority\": \"low\"}", 400, 404);
		}
		for (var id : List.of("x", "1", "-1", "%00", NOTHING.replace('8', 'g'), "1-1-1-1-1")) {
			for (var list : List.of("users", "companies", "projects", "tasks", "attachments")) {
				get("%s %s".formatted(list, id), "/api/v1/" + list + "/" + id, 400, 404);
			}
			get("message " + id, messages() + "/" + id + "/body", 400, 404);
		}
		get("path that climbs", "/api/v1/tickets/..%2f..%2factuator%2fenv", 400, 404);
		get("semicolon in a path", "/api/v1/tickets;a=b", 400, 404);
		get("backslash in a path", "/api/v1/tickets%5c1", 400, 404);
		get("no such path", "/api/v1/nothing", 404);
		get("no such version", "/api/v9/tickets", 404);
	}

	private void lists() {
		var cursor = this.alice.get(TICKETS + "?limit=1").json().get("nextCursor").asString();
		get("cursor of another query", TICKETS + "?limit=1&status=open&priority=high&cursor=" + cursor, 400);
		get("cursor of another sort", TICKETS + "?limit=1&sort=id&cursor=" + cursor, 400);
		get("cursor of tickets for users", "/api/v1/users?cursor=" + cursor, 400);
		for (var bad : List.of("x", "%00", "====", "bm9uc2Vuc2U", "x".repeat(5000), "%F0%9F%9A%80")) {
			get("cursor " + shortened(bad), TICKETS + "?cursor=" + bad, 400);
			get("cursor of messages " + shortened(bad), messages() + "?cursor=" + bad, 400);
		}
		for (var sort : List.of("shoeSize", "--id", "id;drop%20table%20ticket", "%00")) {
			get("sort " + sort, TICKETS + "?sort=" + sort, 400);
			get("sort of users " + sort, "/api/v1/users?sort=" + sort, 400);
		}
		for (var limit : List.of("0", "-1", "201", "99999999999999999999", "x", "1.5", "%00")) {
			get("limit " + limit, TICKETS + "?limit=" + limit, 400);
			get("limit of messages " + limit, messages() + "?limit=" + limit, 400);
			get("limit of companies " + limit, "/api/v1/companies?limit=" + limit, 400);
		}
		for (var time : List.of("300000-01-01", "%2B300000-01-01T00:00:00Z", "-0001-01-01", "0000-01-01", "2026-02-30",
				"2026-13-01", "yesterday", "1e9", "%00")) {
			get("createdFrom " + time, TICKETS + "?createdFrom=" + time, 400);
			get("createdTo " + time, TICKETS + "?createdTo=" + time, 400);
			get("dashboard from " + time, "/api/v1/dashboard?from=" + time, 400);
		}
		get("dashboard of 3,000 years", "/api/v1/dashboard?from=1970-01-01&to=5000-01-01", 400);
		get("dashboard that ends before it begins", "/api/v1/dashboard?from=2026-02-01&to=2026-01-01", 400);
		get("dashboard in no time zone", "/api/v1/dashboard?tz=Moon/Crater", 400);
		for (var name : List.of("status", "priority", "requester", "company", "project", "task", "waitingOn", "active",
				"assignee")) {
			get(name + " of nonsense", TICKETS + "?" + name + "=nonsense", 400);
			get(name + " of NUL", TICKETS + "?" + name + "=%00", 400);
		}
		get("limit twice", TICKETS + "?limit=1&limit=2", 200, 400);
		get("cursor twice", TICKETS + "?cursor=" + cursor + "&cursor=" + cursor, 400);
		get("sort twice", TICKETS + "?sort=id&sort=-id", 400);
		get("status twice", TICKETS + "?status=open&status=closed", 200, 400);
		for (var q : List.of("%00", "%22", "(((((", "-", "%5C", "status:", "received:300000-01-01", "%EF%BF%BF",
				"a%20or%201=1--", "%F0%9F%9A%80", "x".repeat(5000), "x".repeat(12_000), "%C3%28")) {
			get("search for " + shortened(q), TICKETS + "?q=" + q, 200, 400);
		}
	}

	private void headers() {
		for (var key : List.of("a b", "x".repeat(300), "ümlaut", "")) {
			this.rows.add(new Row("Idempotency-Key " + shortened(key), () -> of(this.raw.send(
					this.raw.head("POST " + TICKETS, this.bearer, "Content-Type: application/json",
							"Idempotency-Key: " + key, "Content-Length: 32"),
					"{\"subject\":\"s\",\"message\":\"meow\"}".getBytes(StandardCharsets.UTF_8))), List.of(400)));
		}
		var key = UUID.randomUUID().toString();
		this.alice.post(TICKETS, ticket("one", "m"), "Idempotency-Key", key);
		json("Idempotency-Key of another request", "POST", TICKETS, ticket("other", "m"),
				new String[]{"Idempotency-Key", key}, 422);
		for (var etag : List.of("x", "\"x\"", "\"-1\"", "\"99999999999999999999\"", "\"", "W/", "0")) {
			json("If-Match " + etag, "PATCH", TICKETS + "/" + this.ticket, "{\"priority\": \"low\"}",
					new String[]{"If-Match", etag}, 412, 400);
		}
		for (var id : List.of("x", "-1", "99999999999999999999", "x".repeat(1000))) {
			this.rows.add(new Row("Last-Event-ID " + shortened(id), () -> of(this.raw.firstBytes(
					this.raw.head("GET /api/v1/stream", this.bearer, "Accept: text/event-stream",
							"Last-Event-ID: " + id))),
					List.of(200, 400)));
		}
		this.rows.add(new Row("token of nonsense", () -> of(this.raw.send(
				this.raw.head("GET " + TICKETS, "Authorization: Bearer nonsense"), new byte[0])), List.of(401)));
		this.rows.add(new Row("header of 20 kB", () -> of(this.raw.send(
				this.raw.head("GET " + TICKETS, "X-Large: " + "x".repeat(20_000)), new byte[0])), List.of(431)));
		this.rows.add(new Row("address of 20 kB", () -> of(this.raw.send(
				this.raw.head("GET " + TICKETS + "?q=" + "x".repeat(20_000)), new byte[0])), List.of(414)));
	}

	private void types() {
		for (var type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "image/png",
				"application/yaml", "nonsense", "application/json; charset=ebcdic", "*/*")) {
			json("Content-Type " + type, "POST", TICKETS, ticket("s", "m"), new String[]{"Content-Type", type}, 400,
					415);
		}
		json("no Content-Type", "POST", TICKETS, ticket("s", "m"), new String[]{"Content-Type", ""}, 400, 415);
		this.rows.add(new Row("Accept image/png", () -> of(this.raw.send(
				this.raw.head("GET " + TICKETS, this.bearer, "Accept: image/png"), new byte[0])), List.of(406)));
		this.rows.add(new Row("Accept application/yaml", () -> of(this.raw.send(
				this.raw.head("GET " + TICKETS, this.bearer, "Accept: application/yaml"), new byte[0])),
				List.of(406)));
		this.rows.add(new Row("JSON as UTF-16", () -> of(this.raw.send(
				this.raw.head("POST " + TICKETS, this.bearer, "Content-Type: application/json",
						"Content-Length: 64"),
				"{\"subject\":\"s\",\"message\":\"meow\"}".getBytes(StandardCharsets.UTF_16BE))),
				List.of(201, 400)));
		for (var method : List.of("PUT", "DELETE", "PATCH")) {
			json(method + " of the list", method, TICKETS, "{}", 405);
		}
		this.rows.add(new Row("TRACE", () -> of(this.raw.send(this.raw.head("TRACE " + TICKETS, this.bearer),
				new byte[0])), List.of(400, 403, 404, 405)));
		this.rows.add(new Row("a method of nobody's", () -> of(this.raw.send(
				this.raw.head("BREW " + TICKETS, this.bearer), new byte[0])), List.of(400, 403, 404, 405)));
	}

	private void uploads() {
		var blobs = Frontdesk.stack().home().blobs();
		refused("5 GB file that says so", "POST /api/v1/attachments?filename=a.bin", "application/octet-stream", "",
				false);
		refused("5 GB file in pieces", "POST /api/v1/attachments?filename=a.bin", "application/octet-stream", "", true);
		refused("5 GB form in pieces", "POST /api/v1/attachments", "multipart/form-data; boundary=b",
				"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n", true);
		refused("5 GB ticket that says so", "POST " + TICKETS, "application/json", "{\"subject\": \"", false);
		refused("5 GB ticket in pieces", "POST " + TICKETS, "application/json", "{\"subject\": \"", true);
		refused("5 GB form of a web page", "POST " + TICKETS, "application/x-www-form-urlencoded", "a=", false, 415);
		refused("5 GB form of a web page in pieces", "POST /api/v1/attachments", "application/x-www-form-urlencoded",
				"a=", true, 415);
		upload("empty file", "/api/v1/attachments", "application/octet-stream", "", 400);
		upload("form without a file", "/api/v1/attachments", "multipart/form-data; boundary=b", "--b--\r\n", 400);
		upload("form that ends early", "/api/v1/attachments", "multipart/form-data; boundary=b",
				"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nabc", 400);
		upload("form without a boundary", "/api/v1/attachments", "multipart/form-data", "abc", 400);
		accepted("name that climbs", () -> this.alice.post("/api/v1/attachments?filename=..%2F..%2Fetc%2Fpasswd",
				"abc", "Content-Type", "text/plain"));
		this.rows.add(new Row("what is left of the 5 GB", () -> {
			assertThat(size(blobs)).as("bytes below " + blobs).isLessThan(EARLY);
			return of(this.alice.get("/api/v1/nothing"));
		}, List.of(404)));
	}

	private void notHttp() {
		sent("no request line", "nonsense\r\n\r\n", 400);
		sent("HTTP/9.9", this.raw.head("GET /").replace("HTTP/1.1", "HTTP/9.9"), 400, 505);
		sent("no Host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400);
		sent("two lengths", this.raw.head("POST " + TICKETS, this.bearer, "Content-Length: 1", "Content-Length: 2"),
				400);
		sent("length and pieces", this.raw.head("POST " + TICKETS, this.bearer, "Content-Length: 5",
				"Transfer-Encoding: chunked", "Content-Type: application/json") + "0\r\n\r\n", 400);
		sent("length below nothing", this.raw.head("POST " + TICKETS, this.bearer, "Content-Length: -1"), 400);
		sent("piece of no size", this.raw.head("POST " + TICKETS, this.bearer, "Content-Type: application/json",
				"Transfer-Encoding: chunked") + "zz\r\n\r\n", 400);
		sent("NUL in a header", this.raw.head("GET " + TICKETS, this.bearer, "X-Odd: a\u0000b"), 400);
		sent("space in a path", this.raw.head("GET /api/v1/tic kets", this.bearer), 400);
		sent("raw bytes in a path", this.raw.head("GET /api/v1/\u00fc", this.bearer), 400, 404);
	}

	private void refused(String what, String start, String type, String before, boolean chunked, int... other) {
		var length = chunked ? "Transfer-Encoding: chunked" : "Content-Length: " + FIVE_GB;
		this.rows.add(new Row(what, () -> {
			var answer = this.raw.flood(this.raw.head(start, this.bearer, "Content-Type: " + type, length),
					before.getBytes(StandardCharsets.UTF_8), FIVE_GB, chunked);
			assertThat(answer.sent()).as("bytes of %s that were sent before the answer", what).isLessThan(EARLY);
			return of(answer);
		}, (other.length == 0) ? List.of(413) : boxed(other)));
	}

	private void upload(String what, String path, String type, String body, int... allowed) {
		json(what, "POST", path, body, new String[]{"Content-Type", type}, allowed);
	}

	private void sent(String what, String text, int... allowed) {
		this.rows.add(new Row(what, () -> of(this.raw.send(text, new byte[0])), boxed(allowed)));
	}

	private void bytes(String what, String path, String before, byte[] odd, int... allowed) {
		this.rows.add(new Row(what, () -> {
			var body = new ByteArrayOutputStream();
			body.writeBytes(before.getBytes(StandardCharsets.UTF_8));
			body.writeBytes(odd);
			body.writeBytes("\", \"message\": \"m\"}".getBytes(StandardCharsets.UTF_8));
			return of(this.raw.send(this.raw.head("POST " + path, this.bearer, "Content-Type: application/json",
					"Content-Length: " + body.size()), body.toByteArray()));
		}, boxed(allowed)));
	}

	private void get(String what, String path, int... allowed) {
		this.rows.add(new Row(what, () -> of(this.raw.send(this.raw.head("GET " + path, this.bearer), new byte[0])),
				boxed(allowed)));
	}

	private void post(String what, String body, int... allowed) {
		json(what, "POST", TICKETS, body, allowed);
	}

	private void patch(String what, String body, int... allowed) {
		json(what, "PATCH", TICKETS + "/" + this.ticket, body, allowed);
	}

	private void json(String what, String method, String path, String body, int... allowed) {
		json(what, method, path, body, new String[0], allowed);
	}

	private void json(String what, String method, String path, String body, String[] headers, int... allowed) {
		this.rows.add(new Row(what, () -> of(this.alice.json(method, path, body, headers)), boxed(allowed)));
	}

	private void accepted(String what, Supplier<Api.Answer> answer) {
		this.rows.add(new Row(what, () -> of(answer.get()), List.of(200, 201)));
	}

	private String messages() {
		return TICKETS + "/" + this.ticket + "/messages";
	}

	private static String ticket(String subject, String message) {
		return "{\"subject\": \"%s\", \"message\": \"%s\"}".formatted(subject, message);
	}

	private static String tagged(String tag) {
		return "{\"subject\": \"s\", \"message\": \"m\", \"tags\": [\"%s\"]}".formatted(tag);
	}

	private static String shortened(String text) {
		return (text.length() > 40) ? "of %,d characters".formatted(text.length()) : "\"" + text + "\"";
	}

	private static List<Integer> boxed(int... statuses) {
		return Arrays.stream(statuses).boxed().toList();
	}

	private static Got of(Api.Answer answer) {
		return new Got(answer.status(), answer.type(), answer.body());
	}

	private static Got of(RawHttp.Answer answer) {
		return new Got(answer.status(), answer.contentType(), answer.body());
	}

	private static String typeOf(Got answer) {
		return answer.isProblem() ? JSON.readTree(answer.body()).path("type").asString("") : answer.contentType();
	}

	private static long size(Path directory) {
		try (Stream<Path> files = Files.exists(directory) ? Files.walk(directory) : Stream.empty()) {
			return files.mapToLong(file -> file.toFile().isFile() ? file.toFile().length() : 0).sum();
		} catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private record Got(int status, String contentType, String body) {

		boolean isProblem() {
			return this.contentType.startsWith("application/problem+json");
		}

	}

	/** @param allowed statuses; one below 400 where the odd input does no harm */
	private record Row(String what, Supplier<Got> answer, List<Integer> allowed) {

		Got got() {
			try {
				return this.answer.get();
			} catch (RuntimeException | AssertionError ex) {
				return new Got(0, "no answer", String.valueOf(ex));
			}
		}

		void check(Got answer, SoftAssertions softly) {
			var said = answer.body().substring(0, Math.min(answer.body().length(), 300));
			softly.assertThat(answer.status()).as("%s: %s", this.what, said).isIn(this.allowed);
			softly.assertThat(answer.body().toLowerCase(Locale.ROOT))
					.as(this.what)
					.doesNotContain("exception", "\tat ", "io.frontdesk", "org.springframework", "java.", "hibernate");
			if (answer.status() >= 400) {
				softly.assertThat(answer.contentType()).as(this.what).startsWith("application/problem+json");
				if (answer.isProblem()) {
					var problem = JSON.readTree(answer.body());
					softly.assertThat(problem.path("type").asString("")).as(this.what).startsWith("/problems/");
					softly.assertThat(problem.path("status").asInt(0)).as(this.what).isEqualTo(answer.status());
				}
			}
		}

	}

}
