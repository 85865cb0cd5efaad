package io.frontdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plays mails that went wrong in one help desk or another, from the mailbox to the API. -Dfrontdesk.cases names a folder
 * with others of the same form; what does not hold is listed in target/case-misses.txt.
 */
class MailCaseIT {

	private static final int AT_ONCE = 6;

	private static final Map<String, Future<PlayedCase>> PLAYED = new TreeMap<>();

	private static final Map<String, List<String>> MISSES = new TreeMap<>();

	private static final List<MailCase> CASES = MailCase
			.in(Path.of(System.getProperty("frontdesk.cases", "src/test/resources/cases")));

	static List<MailCase> cases() {
		return CASES;
	}

	@BeforeAll
	static void play() {
		try (var players = Executors.newFixedThreadPool(AT_ONCE)) {
			CASES.forEach(it -> PLAYED.put(it.name(), players.submit(() -> PlayedCase.of(it))));
		}
		await().atMost(Frontdesk.PATIENCE)
				.until(() -> Frontdesk.root().found("/api/v1/notifications?state=pending").get("items").isEmpty());
	}

	@ParameterizedTest
	@MethodSource("cases")
	void mailBecomesWhatItHasTo(MailCase mails) throws Exception {
		var played = Objects.requireNonNull(PLAYED.get(mails.name())).get();
		var misses = CaseFindings.misses(mails, played);
		MISSES.put(mails.name(), misses);
		assertThat(misses).as(mails.json().get("why").asString()).isEmpty();
	}

	@AfterAll
	static void tell() throws IOException {
		var held = MISSES.values().stream().filter(List::isEmpty).count();
		var lines = MISSES.entrySet()
				.stream()
				.flatMap(it -> it.getValue().stream().map(miss -> it.getKey() + ": " + miss))
				.toList();
		Files.write(Path.of("target/case-misses.txt"), lines);
		System.out.printf("%d of %d mail cases hold%n", held, CASES.size());
	}

}
