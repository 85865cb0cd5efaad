package io.frontdesk.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.frontdesk.local.stack.LocalStack;

/** Results as a table to read, rewritten after each size: who interrupts a run keeps those. */
record Report(Path folder) {

	static final String HEAD = "| tickets | request | clients | p50 ms | p95 ms | p99 ms | per second | errors |%n| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |"
			.formatted();

	Report(Path results, Instant begun) {
		this(results.resolve(begun.toString().substring(0, 19).replace(':', '-')));
	}

	static Path results(LocalStack stack) {
		return stack.home().root().resolve("results");
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
	}

}
