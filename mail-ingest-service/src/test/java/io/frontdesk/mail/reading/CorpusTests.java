package io.frontdesk.mail.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures the reading by the real mails of other projects' tests. They are not ours to distribute, so they stand beside
 * this repository; -Dfrontdesk.corpus names another place. Misses are listed in target/corpus-misses.txt.
 */
class CorpusTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Map<String, Score> scores = new TreeMap<>();

	private final Score total = new Score();

	private final List<String> misses = new ArrayList<>();

	@Test
	void realMailsAreReadAsTheirProjectsExpect() throws IOException {
		var corpus = corpus();
		for (var line : Files.readAllLines(corpus.resolve("expect.jsonl"))) {
			measure(corpus, JSON.readTree(line));
		}
		Files.createDirectories(Path.of("target"));
		Files.write(Path.of("target/corpus-misses.txt"), this.misses);
		System.out.println(table());
		assertThat(this.total.read.share()).as("read").isEqualTo(1);
		assertThat(this.total.rfc.share()).as("rfc").isGreaterThan(0.99);
		assertThat(this.total.peer.share()).as("peer").isGreaterThan(0.95);
		assertThat(this.total.classified.share()).as("classified").isGreaterThan(0.98);
		assertThat(this.total.people.share()).as("people").isEqualTo(1);
		assertThat(this.total.replies.share()).as("replies").isGreaterThan(0.95);
	}

	/** Skips the test that asks where there is none. */
	static Path corpus() {
		var corpus = place();
		assumeTrue(Files.exists(corpus.resolve("expect.jsonl")), () -> "There is no corpus at " + corpus);
		return corpus;
	}

	private static Path place() {
		var named = System.getProperty("frontdesk.corpus");
		if (named != null) {
			return Path.of(named);
		}
		var root = Path.of("").toAbsolutePath();
		while (root.getParent() != null && !Files.exists(root.resolve("CONTRIBUTING.md"))) {
			root = root.getParent();
		}
		return root.resolve("../shared/corpus").normalize();
	}

	private void measure(Path corpus, JsonNode row) throws IOException {
		var file = row.get("file").asString();
		var score = this.scores.computeIfAbsent(file.substring(0, file.indexOf('/')), _ -> new Score());
		var found = CorpusMail.read(Files.readAllBytes(corpus.resolve(file)), row.get("kind").asString());
		count(score, found.error() == null || found.error() instanceof UnreadableMailException, s -> s.read);
		if (found.error() != null) {
			this.misses.add("%s\tread\t\t%s".formatted(file, found.error()));
		}
		score.mails++;
		this.total.mails++;
		row.get("expect").properties().forEach(expected -> {
			var key = expected.getKey();
			var answer = found.meets(key, expected.getValue());
			if (answer == CorpusMail.Answer.NOT_UNDERSTOOD) {
				this.misses.add("%s\t%s\tnot understood".formatted(file, key));
			}
			if (answer == CorpusMail.Answer.NOT_ASKED || answer == CorpusMail.Answer.NOT_UNDERSTOOD) {
				return;
			}
			var met = answer == CorpusMail.Answer.MET;
			var basis = row.get("basis").path(key).asString("peer");
			if (basis.startsWith("rfc")) {
				count(score, met, s -> s.rfc);
			}
			if (!basis.equals("rfc")) {
				count(score, met, s -> s.peer);
			}
			switch (key) {
				case "auto_generated" -> {
					count(score, met, s -> s.classified);
					if (!expected.getValue().asBoolean()) {
						count(score, met, s -> s.people);
					}
				}
				case "bounce" -> count(score, met, s -> s.classified);
				case "reply_text" -> count(score, met, s -> s.replies);
				default -> {
					// counted by its basis alone
				}
			}
			if (!met) {
				this.misses.add("%s\t%s\t%s\texpected %s\tgot %s".formatted(file, key, basis,
						shortened(expected.getValue().toString()),
						shortened(found.got(key))));
			}
		});
	}

	private static String shortened(String text) {
		var line = text.replace("\n", "\\n");
		return (line.length() <= 1500) ? line : line.substring(0, 1500) + "…";
	}

	private void count(Score score, boolean met, Function<Score, Part> part) {
		part.apply(score).count(met);
		part.apply(this.total).count(met);
	}

	private String table() {
		var table = new StringBuilder(
				"%-20s %5s %10s %10s %10s %10s %10s %10s%n".formatted("source", "mails", "read", "rfc", "peer",
						"class", "people", "reply"));
		this.scores.forEach((source, score) -> table.append(score.row(source)));
		return table.append(this.total.row("all")).toString();
	}

	private static final class Score {

		private int mails;

		private final Part read = new Part();

		private final Part rfc = new Part();

		private final Part peer = new Part();

		private final Part classified = new Part();

		private final Part people = new Part();

		private final Part replies = new Part();

		private String row(String source) {
			return "%-20s %5d %10s %10s %10s %10s %10s %10s%n".formatted(source, this.mails, this.read, this.rfc,
					this.peer,
					this.classified, this.people, this.replies);
		}

	}

	private static final class Part {

		private int met;

		private int all;

		private void count(boolean isMet) {
			this.all++;
			this.met += isMet ? 1 : 0;
		}

		private double share() {
			return (this.all == 0) ? 1 : (double) this.met / this.all;
		}

		@Override
		public String toString() {
			return (this.all == 0) ? "-" : this.met + "/" + this.all;
		}

	}

}
