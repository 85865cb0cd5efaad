package io.frontdesk.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How to run one process: the command, what its environment adds, and where its output goes. */
public record Launch(List<String> command, Map<String, String> environment, Path directory, Path log) {

	/** In a session of its own, so that neither Ctrl-C nor a closed terminal reaches it; what it writes is its owner's. */
	RunningProcess detached() throws IOException {
		Private.directories(this.directory);
		Private.make(this.log);
		List<String> all = new ArrayList<>(List.of("setsid"));
		all.addAll(Private.command(this.command));
		ProcessBuilder builder = new ProcessBuilder(all).directory(this.directory.toFile())
				.redirectInput(new File("/dev/null"))
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(this.log.toFile()));
		builder.environment().putAll(this.environment);
		return RunningProcess.of(builder.start().pid());
	}

}
