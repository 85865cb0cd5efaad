package io.frontdesk.events.deadletters;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

/** How many wait, looked up at most every few seconds, whoever asks. */
class WaitingLetters {

	private static final Duration GOOD_FOR = Duration.ofSeconds(5);

	private final JdbcClient jdbc;

	private final InstantSource clock;

	private volatile State state = new State(Instant.MIN, Map.of());

	WaitingLetters(JdbcClient jdbc, InstantSource clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	State now() {
		var known = this.state;
		if (known.at().isBefore(this.clock.instant().minus(GOOD_FOR))) {
			known = read();
			this.state = known;
		}
		return known;
	}

	private State read() {
		return new State(this.clock.instant(), this.jdbc.sql("""
				select topic, count(*) as letters, min(failed_at) as oldest from dead_letter
				where handled_at is null group by topic
				""")
				.query((row, _) -> Map.entry(row.getString("topic"),
						new OfTopic(row.getLong("letters"),
								row.getObject("oldest", OffsetDateTime.class).toInstant())))
				.list()
				.stream()
				.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
	}

	record OfTopic(long count, Instant oldest) {}

	record State(Instant at, Map<String, OfTopic> topics) {

		long count() {
			return this.topics.values().stream().mapToLong(OfTopic::count).sum();
		}

		long count(String topic) {
			return Optional.ofNullable(this.topics.get(topic)).map(OfTopic::count).orElse(0L);
		}

		Optional<Instant> oldest() {
			return this.topics.values().stream().map(OfTopic::oldest).min(Comparator.naturalOrder());
		}

	}

}
