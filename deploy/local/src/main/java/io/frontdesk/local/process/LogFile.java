package io.frontdesk.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** What a process has said since it was started, for a person. */
record LogFile(Path path, long from) {

	private static final int LAST_LINES = 25;

	private static final int WIDTH = 110;

	/** Stack frames and the JVM's own remarks, which would push out what was said before them. */
	private static final Pattern NOISE = Pattern
			.compile("^\\s+at \\S|^\\s+\\.\\.\\. \\d+ more|\\bAOT|\\[aot]|JAVA_TOOL_OPTIONS");

	private static final Pattern PREFIX = Pattern.compile("^\\d{4}-\\S+\\s+\\w+ \\d+ --- .*?\\S\\s+: ");

	static LogFile since(Path path) throws IOException {
		return new LogFile(path, Files.exists(path) ? Files.size(path) : 0);
	}

	List<String> lastLines() throws IOException {
		List<String> lines = lines();
		return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
	}

	/** Without time and thread, and no longer than a terminal is wide. */
	String lastWords() {
		try {
			List<String> lines = lines();
			String last = lines.isEmpty() ? "" : PREFIX.matcher(lines.getLast()).replaceFirst("").strip();
			return (last.length() > WIDTH) ? last.substring(0, WIDTH) + " …" : last;
		} catch (IOException _) {
			return "";
		}
	}

	private List<String> lines() throws IOException {
		if (!Files.exists(this.path)) {
			return List.of();
		}
		byte[] all = Files.readAllBytes(this.path);
		int start = (int) Math.min(this.from, all.length);
		return new String(all, start, all.length - start, StandardCharsets.UTF_8).lines()
				.filter(line -> !line.isBlank() && !NOISE.matcher(line).find())
				.toList();
	}

}
