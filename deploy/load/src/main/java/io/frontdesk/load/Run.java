package io.frontdesk.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.json.JsonMapper;

/**
 * What one part of a bench measured, for a machine to read.
 *
 * @param parameters what figures depend on beside the commit: only runs that agree in all of them are compared
 */
record Run(String part, String commit, Instant at, Map<String, String> parameters, List<Figure> figures) {

	static final List<String> PARTS = List.of("mail", "api");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	static Optional<Run> read(Path folder, String part) throws IOException {
		Path file = folder.resolve(part + ".json");
		return Files.exists(file) ? Optional.of(JSON.readValue(Files.readString(file), Run.class)) : Optional.empty();
	}

	void write(Path folder) throws IOException {
		Files.createDirectories(folder);
		Files.writeString(folder.resolve(this.part + ".json"),
				JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this));
	}

	/** Of code that is committed, as only that is surely the same twice. */
	boolean isOfSameCommitAs(Run other) {
		return isComparableTo(other) && this.commit.equals(other.commit) && !this.commit.endsWith(Commit.CHANGED)
				&& !this.commit.equals(Commit.UNKNOWN);
	}

	boolean isComparableTo(Run other) {
		return this.part.equals(other.part) && this.parameters.equals(other.parameters);
	}

	Optional<Figure> figure(String name) {
		return this.figures.stream().filter(figure -> figure.name().equals(name)).findFirst();
	}

}
