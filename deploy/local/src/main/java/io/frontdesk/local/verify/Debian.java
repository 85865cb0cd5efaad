package io.frontdesk.local.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Programs that tests need from the system's packages. */
final class Debian {

	private Debian() {}

	/** Whether packages can be installed here, by us. */
	static boolean installs() {
		return System.getProperty("user.name").equals("root") && hasProgram("apt-get");
	}

	/** Also where administrators' programs are. */
	static boolean hasProgram(String program) {
		return Stream.concat(Stream.of(System.getenv().getOrDefault("PATH", "").split(":")), Stream.of("/usr/sbin"))
				.anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
	}

	static boolean install(List<String> packages) throws IOException, InterruptedException {
		run(List.of("apt-get", "update", "-qq"));
		List<String> command = new ArrayList<>(
				List.of("apt-get", "install", "-y", "-qq", "--no-install-recommends"));
		command.addAll(packages);
		return run(command);
	}

	private static boolean run(List<String> command) throws IOException, InterruptedException {
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD);
		builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
		return builder.start().waitFor() == 0;
	}

}
