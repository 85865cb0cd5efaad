package io.frontdesk.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server and its process, of which there is at most one for a run directory. */
public record ServerProcess(Server server, RunDirectory run) {

	private static final Duration BETWEEN_WORDS = Duration.ofSeconds(15);

	public Optional<RunningProcess> process() {
		return this.run.find(this.server.name());
	}

	public StartOutcome start() {
		return start(Waiting.usual());
	}

	public StartOutcome start(Waiting waiting) {
		long from = System.nanoTime();
		Optional<RunningProcess> before = process();
		if (before.isPresent() && this.server.answers()) {
			return new StartOutcome.AlreadyUp(this.server.name());
		}
		try {
			Launch launch = this.server.prepare();
			if (before.isPresent()) {
				return awaitAnswer(before.get(), new LogFile(launch.log(), 0), from, waiting);
			}
			for (Port port : this.server.ports()) {
				if (!PortHolder.isFree(port.number())) {
					return new StartOutcome.PortTaken(this.server.name(), port, PortHolder.of(port.number()));
				}
			}
			LogFile log = LogFile.since(launch.log());
			RunningProcess process = launch.detached();
			this.run.record(this.server.name(), process);
			return awaitAnswer(process, log, from, waiting);
		} catch (IOException | UncheckedIOException | IllegalStateException ex) {
			return new StartOutcome.Unprepared(this.server.name(), String.valueOf(ex.getMessage()));
		}
	}

	/** As long as it lives and moves: on a busy machine a start takes minutes, and what it has done is worth keeping. */
	private StartOutcome awaitAnswer(RunningProcess process, LogFile log, long from, Waiting waiting)
			throws IOException {
		Movement movement = new Movement(process, log.path());
		long told = System.nanoTime();
		while (process.isAlive() && !Thread.currentThread().isInterrupted()) {
			if (this.server.answers()) {
				this.server.answered();
				return new StartOutcome.Ready(this.server.name(), Duration.ofNanos(System.nanoTime() - from));
			}
			Duration still = movement.still();
			if (still.compareTo(waiting.patience()) >= 0) {
				return new StartOutcome.Silent(this.server.name(), log.path(), still, log.lastWords());
			}
			long now = System.nanoTime();
			if (now - told >= BETWEEN_WORDS.toNanos()) {
				told = now;
				waiting.listener().stillStarting(this.server.name(), Duration.ofNanos(now - from), doing(log, still));
			}
			Patience.moment();
		}
		if (process.isAlive()) {
			return new StartOutcome.Silent(this.server.name(), log.path(), movement.still(), log.lastWords());
		}
		this.run.forget(this.server.name());
		return new StartOutcome.Died(this.server.name(), log.path(), log.lastLines());
	}

	private String doing(LogFile log, Duration still) {
		if (still.compareTo(BETWEEN_WORDS) >= 0) {
			return "has not moved for %d s; its last words: %s".formatted(still.toSeconds(), log.lastWords());
		}
		return Stream.of(this.server.startRemark(), log.lastWords())
				.filter(words -> !words.isEmpty())
				.collect(Collectors.joining("; "));
	}

	/** Asks it to end, insists when it does not. Fine for one that is not running. */
	public StopOutcome stop() {
		Optional<RunningProcess> running = process();
		StopOutcome outcome = running.map(this::end).orElse(StopOutcome.WAS_NOT_RUNNING);
		this.run.forget(this.server.name());
		return outcome;
	}

	private StopOutcome end(RunningProcess process) {
		process.signal(this.server.stopSignal());
		boolean left = Patience.until(this.server.stopPatience(),
				() -> !process.isAlive() || this.server.onlyRecords(process));
		if (left) {
			return process.isAlive() ? StopOutcome.LEFT_RECORDING : StopOutcome.ENDED;
		}
		process.signal("KILL");
		process.endsWithin(Duration.ofSeconds(5));
		return StopOutcome.KILLED;
	}

	public void kill9() {
		process().ifPresent(process -> {
			process.signal("KILL");
			process.endsWithin(Duration.ofSeconds(5));
		});
		this.run.forget(this.server.name());
	}

}
