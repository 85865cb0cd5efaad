package io.frontdesk.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.frontdesk.load.Comparison.Verdict;

class ComparisonTests {

	private static final String RATE = "mails a second";

	private static final String LATENCY = "list, p95 ms";

	private Instant now = Instant.parse("2026-11-26T03:00:00Z");

	@Test
	void fewerASecondAreSlowerAndMoreAreFaster() {
		assertThat(verdict(rate("old", 100), rate("new", 80))).isEqualTo(Verdict.SLOWER);
		assertThat(verdict(rate("old", 100), rate("new", 125))).isEqualTo(Verdict.FASTER);
	}

	@Test
	void moreMillisecondsAreSlowerAndFewerAreFaster() {
		assertThat(verdict(latency("old", 10), latency("new", 12))).isEqualTo(Verdict.SLOWER);
		assertThat(verdict(latency("old", 10), latency("new", 8))).isEqualTo(Verdict.FASTER);
	}

	@Test
	void whatMovedLessThanRoundsOfOneRunLieApartIsTheSame() {
		assertThat(verdict(latency("old", 10, 12, 14), latency("new", 13, 13, 13))).isEqualTo(Verdict.SAME);
		assertThat(verdict(latency("old", 10, 10, 10), latency("new", 11, 13, 15))).isEqualTo(Verdict.SAME);
		assertThat(verdict(latency("old", 10, 10, 10), latency("new", 13, 13, 13))).isEqualTo(Verdict.SLOWER);
	}

	@Test
	void whatMovedLessThanTwoRunsOfOneCommitDifferIsTheSame() {
		Run before = latency("old", 10);
		Run after = latency("new", 12);
		assertThat(verdict(before, after, latency("other", 20), latency("other", 25))).isEqualTo(Verdict.SAME);
		assertThat(verdict(before, after, latency("other", 20), latency("other", 21))).isEqualTo(Verdict.SLOWER);
	}

	@Test
	void whereRunsOfOneCommitAreKnownRoundsTellNothing() {
		Run before = latency("old", 10, 14, 10);
		assertThat(verdict(before, latency("new", 12), latency("other", 20), latency("other", 21)))
				.isEqualTo(Verdict.SLOWER);
		assertThat(verdict(before, latency("new", 12))).isEqualTo(Verdict.SAME);
	}

	@Test
	void runsOfTwoCommitsOrOfChangedFilesTellNothingOfNoise() {
		Run before = latency("old", 10);
		Run after = latency("new", 12);
		assertThat(new Comparison(before, after, List.of(before, after)).knowsNoise()).isFalse();
		for (String commit : List.of("other-changed", "unknown")) {
			assertThat(verdict(before, after, latency(commit, 20), latency(commit, 40))).isEqualTo(Verdict.SLOWER);
		}
	}

	@Test
	void runsThatWereMeasuredDifferentlyTellNothingOfNoise() {
		Run before = latency("old", 10);
		Run quick = run("old", Map.of("seconds", "1"), new Figure(LATENCY, false, List.of(30.0)));
		assertThat(new Comparison(before, latency("new", 12), List.of(before, quick)).knowsNoise()).isFalse();
		assertThat(before.isComparableTo(quick)).isFalse();
	}

	@Test
	void aLineSaysWhatGotSlowerByHowMuchAndHowMuchIsNoise() {
		assertThat(new Comparison(rate("old", 1_000), rate("new", 800), List.of()).lines()).singleElement()
				.hasToString("| mails a second | 1,000.0 | 800.0 | -20 % | ± 5 % | **SLOWER** |");
	}

	@Test
	void whatOnlyOneRunMeasuredIsLeftOut() {
		assertThat(new Comparison(rate("old", 1), latency("new", 1), List.of()).lines()).isEmpty();
	}

	@Test
	void aRunIsReadAsItWasWritten(@TempDir Path folder) throws Exception {
		Run run = rate("old", 1, 2.5);
		run.write(folder);
		assertThat(Run.read(folder, "api")).contains(run);
		assertThat(Run.read(folder, "mail")).isEmpty();
	}

	private static Verdict verdict(Run before, Run after, Run... known) {
		return new Comparison(before, after, List.of(known)).lines().getFirst().verdict();
	}

	private Run rate(String commit, double... rounds) {
		return run(commit, Map.of("seconds", "5"), new Figure(RATE, true, boxed(rounds)));
	}

	private Run latency(String commit, double... rounds) {
		return run(commit, Map.of("seconds", "5"), new Figure(LATENCY, false, boxed(rounds)));
	}

	private static List<Double> boxed(double... rounds) {
		return java.util.Arrays.stream(rounds).boxed().toList();
	}

	/** Each later than the one before. */
	private Run run(String commit, Map<String, String> parameters, Figure figure) {
		this.now = this.now.plusSeconds(60);
		return new Run("api", commit, this.now, parameters, List.of(figure));
	}

}
