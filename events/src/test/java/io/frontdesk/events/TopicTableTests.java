package io.frontdesk.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The table that a set-up makes topics of says what the code says, and what a person reads. */
class TopicTableTests {

	private static final Pattern NAME = Pattern.compile("`([a-z-]+)`");

	private final TopicTable table = TopicTable.read();

	@Test
	void namesEachTopicAsTheCodeHasIt() {
		assertThat(this.table.topics()).containsExactlyInAnyOrderElementsOf(Topics.ALL);
		assertThat(this.table.compacted()).containsExactlyInAnyOrderElementsOf(Topics.COMPACTED);
		assertThat(this.table.json().get("partitions").asInt()).isEqualTo(EventsAutoConfiguration.PARTITIONS);
		assertThat(this.table.json().get("largest").asString()).isEqualTo(EventsAutoConfiguration.LARGEST);
		assertThat(Duration.ofDays(this.table.json().get("retentionDays").asInt()))
				.isEqualTo(new Binder(new MapConfigurationPropertySource(Map.of()))
						.bindOrCreate("frontdesk.events", EventSettings.class)
						.retention());
	}

	@Test
	void theDocumentSaysWhoSendsAndWhoReads() throws IOException {
		var rows = Files.readAllLines(Path.of("../docs/events.md"))
				.stream()
				.map(line -> List.of(line.split("\\|")))
				.filter(cells -> cells.size() == 6 && cells.get(1).startsWith(" `"))
				.toList();
		assertThat(rows).isNotEmpty();
		assertThat(rows.stream().flatMap(row -> names(row.get(1))))
				.containsExactlyInAnyOrderElementsOf(Topics.ALL);
		for (var row : rows) {
			names(row.get(1)).forEach(topic -> {
				assertThat(people(row.get(3))).as("who sends " + topic)
						.isEqualTo(services(topic, "sentBy"));
				assertThat(people(row.get(4))).as("who reads " + topic)
						.isEqualTo(services(topic, "readBy"));
			});
		}
	}

	private String services(String topic, String list) {
		return this.table.json()
				.get("topics")
				.get(topic)
				.path(list)
				.valueStream()
				.map(service -> service.asString())
				.sorted()
				.collect(Collectors.joining(", "));
	}

	private static String people(String cell) {
		return Stream.of(cell.split(",")).map(String::strip).sorted().collect(Collectors.joining(", "));
	}

	private static Stream<String> names(String cell) {
		return NAME.matcher(cell).results().map(name -> name.group(1));
	}

}
