package io.frontdesk.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A server and its process, of which there is at most one for a run directory. */
public record ServerProcess(Server server, RunDirectory run) {

	private static final int LAST_LINES = 25;

	private static final Pattern NOISE = Pattern
			.compile("^\\s+at \\S|^\\s+\\.\\.\\. \\d+ more|\\bAOT|\\[aot]|JAVA_TOOL_OPTIONS");

	public Optional<RunningProcess> process() {
		return this.run.find(this.server.name());
	}

	public StartOutcome start() {
		long from = System.nanoTime();
		Optional<RunningProcess> before = process();
		if (before.isPresent() && this.server.answers()) {
			return new StartOutcome.AlreadyUp(this.server.name());
		}
		try {
			Launch launch = this.server.prepare();
			if (before.isPresent()) {
				return awaitAnswer(before.get(), launch.log(), from, 0);
			}
			for (Port port : this.server.ports()) {
				if (!PortHolder.isFree(port.number())) {
					return new StartOutcome.PortTaken(this.server.name(), port, PortHolder.of(port.number()));
				}
			}
			long logFrom = Files.exists(launch.log()) ? Files.size(launch.log()) : 0;
			RunningProcess process = launch.detached();
			this.run.record(this.server.name(), process);
			return awaitAnswer(process, launch.log(), from, logFrom);
		} catch (IOException | UncheckedIOException | IllegalStateException ex) {
			return new StartOutcome.Unprepared(this.server.name(), String.valueOf(ex.getMessage()));
		}
	}

	private StartOutcome awaitAnswer(RunningProcess process, Path log, long from, long logFrom) throws IOException {
		Duration patience = this.server.startPatience();
		boolean[] answered = {false};
		boolean decided = Patience.until(patience, () -> {
			answered[0] = process.isAlive() && this.server.answers();
			return answered[0] || !process.isAlive();
		});
		if (!decided) {
			return new StartOutcome.Silent(this.server.name(), log, patience);
		}
		if (!answered[0]) {
			this.run.forget(this.server.name());
			return new StartOutcome.Died(this.server.name(), log, lastLines(log, logFrom));
		}
		this.server.answered();
		return new StartOutcome.Ready(this.server.name(), Duration.ofNanos(System.nanoTime() - from));
	}

	/** Asks it to end, insists when it does not. Fine for one that is not running. Tells whether it was running. */
	public boolean stop() {
		Optional<RunningProcess> running = process();
		running.ifPresent(process -> {
			process.signal(this.server.stopSignal());
			if (!process.endsWithin(this.server.stopPatience())) {
				process.signal("KILL");
				process.endsWithin(Duration.ofSeconds(5));
			}
		});
		this.run.forget(this.server.name());
		return running.isPresent();
	}

	public void kill9() {
		process().ifPresent(process -> {
			process.signal("KILL");
			process.endsWithin(Duration.ofSeconds(5));
		});
		this.run.forget(this.server.name());
	}

	/** Without stack frames and the JVM's own remarks, which would push out what was said before them. */
	private static List<String> lastLines(Path log, long from) throws IOException {
		byte[] all = Files.readAllBytes(log);
		int start = (int) Math.min(from, all.length);
		List<String> lines = new String(all, start, all.length - start, StandardCharsets.UTF_8).lines()
				.filter(line -> !line.isBlank() && !NOISE.matcher(line).find())
				.toList();
		return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
	}

}
