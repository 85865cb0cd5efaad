package io.frontdesk.e2e;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiIT {

	private static final Pattern REF = Pattern.compile("\"\\$ref\":\"#([^\"]+)\"");

	private static final Pattern CONSTANT = Pattern.compile("(?m)^\t([A-Z][A-Z_]*)\\((?:HttpStatus|\")");

	/** The others tell more about a problem that has its type elsewhere. */
	private static final Pattern HAS_TYPES = Pattern.compile("implements Problem");

	private final OpenApi api = OpenApi.ofTheRunningSystem();

	@Test
	void everyServiceIsInIt() {
		assertThat(this.api.document()).isEqualTo(Documented.file());
		assertThat(this.api.operations()).extracting(OpenApi.Operation::tag)
				.contains("me", "users", "tickets");
	}

	@Test
	void everyOperationSaysWhoMayCallIt() {
		assertThat(this.api.operations()).isNotEmpty()
				.allSatisfy(operation -> assertThat(operation.requiredAuthorities()).as(operation.toString())
						.isPresent());
	}

	@Test
	void operationsHaveNamesOfTheirOwn() {
		assertThat(this.api.operations()).extracting(operation -> operation.json().get("operationId").asString())
				.doesNotHaveDuplicates();
	}

	@Test
	void callerIsNoParameter() {
		assertThat(this.api.operations().stream()
				.flatMap(operation -> operation.json().path("parameters").valueStream())
				.map(parameter -> parameter.get("name").asString()))
				.contains("limit")
				.noneMatch(name -> name.startsWith("person") || name.startsWith("caller") || name.equals("features"));
	}

	@Test
	void everythingThatIsReferredToIsThere() {
		assertThat(REF.matcher(this.api.document().toString()).results().map((MatchResult ref) -> ref.group(1)))
				.isNotEmpty()
				.allSatisfy(pointer -> assertThat(this.api.document().at(pointer).isMissingNode()).as(pointer)
						.isFalse());
	}

	@Test
	void permissionsPageIsUpToDate() throws IOException {
		var tags = this.api.operations()
				.stream()
				.collect(groupingBy(OpenApi.Operation::tag, TreeMap::new, joiningRows()));
		new Committed("permissions.md")
				.says("""
						# Who may call what

						Made from the API's document, which is made from the code, and checked against it by `OpenApiIT`;
						`PermissionWalkIT` tries each line with each role. To write it anew:
						`mvn verify -pl deploy/e2e -Dit.test=OpenApiIT -Dfrontdesk.docs.write=true`.

						A super admin may call everything. An admin needs one of the features named here, and to be told anything
						the one under "answer": without it a read is refused (403), and a write is done and answered by 204, or by
						201 with the id of what it made. Nor does who has no `ticket:read` say who is mailed about a ticket, as its
						requester, its assignee or by a copy (403). A 403 names to staff the feature that is missing. A client who may call
						something gets to see and change only what is theirs: on anybody else's ticket the answer is 404, as if there were
						none. Nobody without a login may call anything of this (401). Open to all are the gateway's `/api/openapi`, `/api/docs` and `/problems/…`, and
						`/actuator/health` of every service.

						"""
						+ tags.entrySet()
								.stream()
								.map(tag -> "## %s\n\n| call | admin | client | answer |\n| --- | --- | --- | --- |\n%s\n"
										.formatted(
												tag.getKey(),
												tag.getValue()))
								.collect(joining("\n")));
	}

	@Test
	void problemsPageIsUpToDate() throws IOException {
		var rows = this.api.document()
				.get("x-problems")
				.valueStream()
				.collect(groupingBy(OpenApiIT::problem, TreeMap::new,
						mapping(problem -> problem.get("service").asString(),
								toCollection(TreeSet::new))));
		new Committed("problems.md")
				.says("""
						# What can go wrong

						Every error of the API is a problem of RFC 9457 (`application/problem+json`) with one of these types. A
						type is stable; its text may change. Beside `type`, `status`, `detail` and `instance`, some have more
						properties, such as the fields that are not valid. A type is also an address at the gateway that says what
						is here. Made from the code as [permissions.md](permissions.md) is; what to do is in gateway-service's
						`problems/remedies.properties`.

						| type | status | what it says | what to do | from |
						| --- | --- | --- | --- | --- |
						"""
						+ rows.entrySet()
								.stream()
								.map(row -> row.getKey() + " " + String.join(", ", row.getValue()) + " |\n")
								.collect(joining()));
	}

	@Test
	void problemsPageHasEveryConstantOfTheCode() throws IOException {
		var known = this.api.document()
				.get("x-problems")
				.valueStream()
				.map(problem -> problem.get("type").asString())
				.toList();
		assertThat(constants()).isNotEmpty()
				.allSatisfy(slug -> assertThat(known).contains("/problems/" + slug));
	}

	@Test
	void everyProblemSaysWhatToDoAndIsAnAddress() {
		var nobody = Frontdesk.apiOfNobody();
		assertThat(this.api.document().get("x-problems")).isNotEmpty().allSatisfy(problem -> {
			assertThat(problem.get("remedy").asString()).as(problem.toString()).isNotBlank();
			assertThat(nobody.get(problem.get("type").asString()).json().get("remedy"))
					.isEqualTo(problem.get("remedy"));
		});
	}

	private static List<String> constants() throws IOException {
		try (var files = Files.walk(Path.of(System.getProperty("frontdesk.root")))) {
			return files.filter(file -> file.toString().endsWith("Problem.java"))
					.filter(file -> file.toString().contains("/src/main/")
							&& !file.getFileName().toString().equals("GatewayProblem.java"))
					.flatMap(OpenApiIT::constants)
					.toList();
		}
	}

	private static Stream<String> constants(Path file) {
		try {
			var code = Files.readString(file);
			return !HAS_TYPES.matcher(code).find()
					? Stream.empty()
					: CONSTANT.matcher(code)
							.results()
							.map((MatchResult constant) -> constant.group(1).toLowerCase(Locale.ROOT).replace('_',
									'-'));
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String problem(JsonNode problem) {
		return "| `%s` | %d | %s | %s |".formatted(problem.get("type").asString(), problem.get("status").asInt(),
				problem.get("detail").asString().replace("|", "\\|"), problem.get("remedy").asString());
	}

	private static Collector<OpenApi.Operation, ?, String> joiningRows() {
		return mapping(OpenApiIT::row, joining("\n"));
	}

	private static String row(OpenApi.Operation operation) {
		var required = operation.requiredAuthorities().orElse(List.of());
		var admins = required.contains("admin")
				? "any"
				: required.stream().filter(authority -> authority.contains(":")).map("`%s`"::formatted).collect(
						joining(" or "));
		return "| `%s` | %s | %s | %s |".formatted(operation, admins.isEmpty() ? "—" : admins,
				required.contains("client") ? (required.contains("admin") ? "yes" : "own") : "—",
				operation.answerAuthority().map("`%s`"::formatted).orElse("—"));
	}

}
