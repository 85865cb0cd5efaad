package io.frontdesk.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What came of starting a server. */
public sealed interface StartOutcome {

	String server();

	record Ready(String server, Duration took) implements StartOutcome {}

	record AlreadyUp(String server) implements StartOutcome {}

	record PortTaken(String server, Port port, Optional<PortHolder> holder) implements StartOutcome {}

	record Died(String server, Path log, List<String> lastLines) implements StartOutcome {}

	record Silent(String server, Path log, Duration still, String lastWords) implements StartOutcome {}

	record Unprepared(String server, String reason) implements StartOutcome {}

	/** Something it needs did not start. */
	record NotTried(String server, List<String> missing) implements StartOutcome {}

	default boolean isUp() {
		return this instanceof Ready || this instanceof AlreadyUp;
	}

	/** For a person: what went wrong, where to look, what to do. */
	default String explanation() {
		return switch (this) {
			case Ready(String server, Duration took) ->
				"%s is up after %.1f s".formatted(server, took.toMillis() / 1000.0);
			case AlreadyUp(String server) -> server + " is already up";
			case PortTaken(String server, Port port, Optional<PortHolder> holder) ->
				"%s needs port %d, which %s already listens on. Stop that, or set %s to another port (or FRONTDESK_PORT_OFFSET to move all ports)."
						.formatted(server, port.number(),
								holder.map(it -> "process %d (%s)".formatted(it.pid(), it.name()))
										.orElse("another process"),
								port.variable());
			case Died(String server, Path log, List<String> lastLines) ->
				"%s stopped by itself. Its last lines, from %s:%n%s".formatted(server, log,
						String.join(System.lineSeparator(), lastLines.stream().map(line -> "    " + line).toList()));
			case Silent(String server, Path log, Duration still, String lastWords) ->
				"%s runs, but does not answer, and has neither written to its log nor computed for %d s. Its last words: %s%nSee %s; ./frontdesk restart %s starts it anew, ./frontdesk up --patience SECONDS waits longer."
						.formatted(server, still.toSeconds(), lastWords.isEmpty() ? "none" : lastWords, log, server);
			case Unprepared(String server, String reason) -> "%s could not be prepared: %s".formatted(server, reason);
			case NotTried(String server, List<String> missing) ->
				"%s was not started, as it needs %s".formatted(server, String.join(", ", missing));
		};
	}

}
