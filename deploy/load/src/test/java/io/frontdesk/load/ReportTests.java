package io.frontdesk.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTests {

	private static final Storage STORAGE = new Storage(1, 2, 3, 5 << 20);

	@Test
	void lineHasPercentilesAndRate() {
		assertThat(Report.line(result(0, "")))
				.isEqualTo("| 1,000 | list, page 1 | 8 | 50.0 | 95.0 | 99.0 | 20 | 0 |");
	}

	@Test
	void lineNamesTheFirstError() {
		assertThat(Report.line(result(3, "GET /x: 500 no")))
				.isEqualTo("| 1,000 | list, page 1 | 8 | 50.0 | 95.0 | 99.0 | 20 | 3 |  GET /x: 500 no");
	}

	@Test
	void theTableHasEachResult(@TempDir Path folder) throws IOException {
		Report report = new Report(folder, Instant.parse("2026-11-26T03:00:07.5Z"));
		report.write(List.of(result(0, ""), result(1, "no")), STORAGE);
		assertThat(Files.readString(folder.resolve("2026-11-26T03-00-07/api.md"))).startsWith("| tickets |")
				.contains("list, page 1", "database 5 MB");
	}

	@Test
	void roundsAreOneResultInTheTableAndOneFigureEachToCompare() {
		List<Result> rounds = List.of(result(0, ""), result(1, "no"));
		assertThat(Report.line(rounds.get(0).plus(rounds.get(1))))
				.isEqualTo("| 1,000 | list, page 1 | 8 | 50.0 | 95.0 | 99.0 | 20 | 1 |  no");
		assertThat(Result.figures(rounds)).extracting(Figure::name)
				.containsExactly("list, page 1, 1,000 tickets, 8 clients, p95 ms",
						"list, page 1, 1,000 tickets, 8 clients, a second");
		assertThat(Result.figures(rounds).getLast().rounds()).containsExactly(20.0, 20.0);
	}

	@Test
	void eachClientMakesItsOwnPartOfTheCallsOverAndOver() {
		Scenario scenario = new Scenario("x", List.of(Call.get("a"), Call.get("b"), Call.get("c"), Call.get("d")));
		assertThat(scenario.call(0, 2, 0).url()).isEqualTo("a");
		assertThat(scenario.call(1, 2, 0).url()).isEqualTo("c");
		assertThat(scenario.call(1, 2, 3).url()).isEqualTo("d");
		assertThat(scenario.call(1, 2, 4).url()).isEqualTo("c");
	}

	private static Result result(long errors, String first) {
		Histogram latencies = new Histogram(60_000_000, 3);
		for (int i = 1; i <= 100; i++) {
			latencies.recordValue(i * 1_000);
		}
		return new Result(1_000, "list, page 1", 8, latencies, errors, first, Duration.ofSeconds(5));
	}

}
