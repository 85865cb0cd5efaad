package io.frontdesk.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

/** Results as a table to read and as JSON to compare, rewritten after each size: who interrupts a run keeps those. */
record Report(Path folder) {

	static final String HEAD = "| tickets | request | clients | p50 ms | p95 ms | p99 ms | per second | errors |%n| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |"
			.formatted();

	Report(Path folder) {
		this.folder = folder.resolve(Instant.now().toString().substring(0, 19).replace(':', '-'));
	}

	static String line(Result result) {
		return String.format(Locale.ROOT, "| %,d | %s | %d | %.1f | %.1f | %.1f | %,.0f | %,d |%s", result.tickets(),
				result.scenario(), result.clients(), result.milliseconds(50), result.milliseconds(95),
				result.milliseconds(99), result.perSecond(), result.errors(),
				result.firstError().isEmpty() ? "" : "  " + result.firstError());
	}

	void write(List<Result> results, Storage storage) throws IOException {
		Files.createDirectories(this.folder);
		Files.writeString(this.folder.resolve("api.md"),
				results.stream().map(Report::line)
						.collect(Collectors.joining("\n", HEAD + "\n", "\n\n" + storage + "\n")));
		Files.writeString(this.folder.resolve("api.json"), JsonMapper.builder().build().writerWithDefaultPrettyPrinter()
				.writeValueAsString(Map.of("processors", Runtime.getRuntime().availableProcessors(), "storage", storage,
						"results", results.stream().map(Report::fields).toList())));
	}

	private static Map<String, Object> fields(Result result) {
		Map<String, Object> fields = new LinkedHashMap<>();
		fields.put("tickets", result.tickets());
		fields.put("request", result.scenario());
		fields.put("clients", result.clients());
		for (int percentile : List.of(50, 95, 99)) {
			fields.put("p" + percentile, result.milliseconds(percentile));
		}
		fields.put("perSecond", result.perSecond());
		fields.put("requests", result.latencies().getTotalCount());
		fields.put("errors", result.errors());
		return fields;
	}

}
