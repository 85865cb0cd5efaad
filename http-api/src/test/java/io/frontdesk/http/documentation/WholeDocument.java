package io.frontdesk.http.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The document of all services, as it is committed: each service's tests look after what is that service's. */
public record WholeDocument(ObjectNode json) {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final Path FILE = Path.of(System.getProperty("frontdesk.root"),
			"gateway-service/src/main/resources/openapi.json");

	private static final Pattern REF = Pattern.compile("\"#/components/(\\w+)/([^\"]+)\"");

	private static final List<String> SHARED = List.of("schemas", "responses");

	private static final String SERVICES = "x-services";

	/** Of an operation that is none of its own: what it gives is what another service's operation names. */
	static final String SECOND = "x-second";

	private static final String REMEDY = "remedy";

	private static final String PROBLEMS = "x-problems";

	public static WholeDocument committed() {
		try {
			return new WholeDocument(
					Files.exists(FILE) ? (ObjectNode) JSON.readTree(Files.readString(FILE)) : JSON.createObjectNode());
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What stands in place of what a service said before. */
	public WholeDocument with(String service, ObjectNode part) {
		var whole = this.json.deepCopy();
		var paths = whole.withObject("/paths");
		operations(paths).filter(operation -> isOf(service, operation.json()))
				.toList()
				.forEach(operation -> leave(service, operation.json(), (ObjectNode) paths.get(operation.path()),
						operation.method()));
		operations(part.path("paths")).filter(operation -> !operation.json().has(SECOND)).forEach(operation -> {
			var item = paths.withObject("/" + operation.path().replace("~", "~0").replace("/", "~1"));
			var services = new TreeSet<>(Set.of(service));
			item.path(operation.method()).path(SERVICES).forEach(other -> services.add(other.asString()));
			var copy = operation.json().deepCopy();
			services.forEach(copy.putArray(SERVICES)::add);
			item.set(operation.method(), copy);
		});
		for (var kind : SHARED) {
			part.path("components").path(kind).forEachEntry(whole.withObject("/components/" + kind)::set);
		}
		whole.withObject("/components").set("securitySchemes", part.at("/components/securitySchemes"));
		return new WholeDocument(whole).withProblems(service, part.path(PROBLEMS)).tidy();
	}

	/** Their remedies are the gateway's: what is known of one stays. */
	public WholeDocument withProblems(String service, JsonNode problems) {
		var whole = this.json.deepCopy();
		var all = new TreeMap<String, JsonNode>();
		var remedies = new TreeMap<String, JsonNode>();
		whole.path(PROBLEMS).forEach(known -> remedies.put(known.path("type").asString(), known.path(REMEDY)));
		whole.path(PROBLEMS)
				.valueStream()
				.filter(problem -> !problem.path("service").asString().equals(service))
				.forEach(problem -> all.put(key(problem), problem));
		problems.forEach(problem -> {
			var copy = ((ObjectNode) problem.deepCopy()).put("service", service);
			var remedy = remedies.get(copy.path("type").asString());
			if (remedy != null && !remedy.isMissingNode()) {
				copy.set(REMEDY, remedy);
			}
			all.put(key(copy), copy);
		});
		all.values().forEach(whole.putArray(PROBLEMS)::add);
		return new WholeDocument(whole);
	}

	private static String key(JsonNode problem) {
		return "%s %s %s".formatted(problem.path("type").asString(), problem.path("service").asString(),
				problem.path("detail").asString());
	}

	private static void leave(String service, ObjectNode operation, ObjectNode item, String method) {
		var others = operation.path(SERVICES)
				.valueStream()
				.map(JsonNode::asString)
				.filter(name -> !name.equals(service))
				.toList();
		if (others.isEmpty()) {
			item.remove(method);
		} else {
			others.forEach(operation.putArray(SERVICES)::add);
		}
	}

	private static boolean isOf(String service, JsonNode operation) {
		return operation.path(SERVICES).valueStream().anyMatch(name -> name.asString().equals(service));
	}

	private WholeDocument tidy() {
		var paths = new TreeMap<String, JsonNode>();
		this.json.path("paths").forEachEntry((path, item) -> {
			if (!item.isEmpty()) {
				paths.put(path, item);
			}
		});
		this.json.withObject("/paths").removeAll().setAll(paths);
		var needed = new TreeSet<String>();
		need(this.json.path("paths"), needed);
		for (var kind : SHARED) {
			var used = new TreeMap<String, JsonNode>();
			this.json.at("/components/" + kind).forEachEntry((name, shared) -> {
				if (needed.contains(kind + "/" + name)) {
					used.put(name, shared);
				}
			});
			this.json.withObject("/components/" + kind).removeAll().setAll(used);
		}
		return this;
	}

	private void need(JsonNode where, Set<String> needed) {
		REF.matcher(where.toString())
				.results()
				.map((MatchResult ref) -> ref.group(1) + "/" + ref.group(2))
				.filter(needed::add)
				.toList()
				.forEach(name -> need(this.json.at("/components/" + name), needed));
	}

	private static Stream<Operation> operations(JsonNode paths) {
		return paths.propertyStream()
				.flatMap(path -> path.getValue()
						.propertyStream()
						.map(method -> new Operation(path.getKey(), method.getKey(), (ObjectNode) method.getValue())))
				.sorted(Comparator.comparing(Operation::path));
	}

	public void write() {
		try {
			Files.writeString(FILE, text() + "\n");
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public String text() {
		return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this.json);
	}

	private record Operation(String path, String method, ObjectNode json) {}

}
