package io.frontdesk.local.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.frontdesk.local.stack.LocalStack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Follows the logs of all processes, or of those named.")
final class LogsCommand implements Callable<Integer> {

	@Parameters(paramLabel = "SERVICE", description = "As status names them; ticket is ticket-service.")
	private List<String> services = List.of();

	@Option(names = "--no-follow", description = "Print the last lines and return.")
	private boolean once;

	@Option(names = "--lines", defaultValue = "50", description = "How many lines of each to begin with.")
	private int lines;

	@Override
	public Integer call() throws Exception {
		LocalStack stack = LocalStack.fromEnvironment();
		List<String> names = this.services.isEmpty()
				? stack.names()
				: this.services.stream().map(stack::nameOf).toList();
		List<Path> files = names.stream().map(stack.home()::log).filter(Files::exists).toList();
		if (files.isEmpty()) {
			System.err.println("There are no logs yet.");
			return 1;
		}
		List<String> command = new ArrayList<>(List.of("tail", "-n", Integer.toString(this.lines)));
		if (!this.once) {
			command.add("-F");
		}
		files.forEach(file -> command.add(file.toString()));
		return new ProcessBuilder(command).inheritIO().start().waitFor();
	}

}
