package io.frontdesk.local.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;

import io.frontdesk.local.build.Build;
import io.frontdesk.local.process.Distribution;
import io.frontdesk.local.stack.LocalStack;
import io.frontdesk.local.stack.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/**
 * Hands over to deploy/load, with a stack of its own beside the developer's: in the folder bench of its home, on ports
 * moved by {@value #PORTS_AWAY} more, and without the gateway's limits.
 */
@Command(name = "bench", description = "Measures Frontdesk on this machine, on a stack of its own: bench mail, bench api, both when none is named; --quick in under three minutes; bench compare. See bench mail --help.")
final class BenchCommand implements Callable<Integer> {

	private static final String LOAD = "deploy/load";

	private static final int PORTS_AWAY = 500;

	/** What takes no services to be built. */
	private static final Set<String> MEASURES_NOTHING = Set.of("compare", "-h", "--help", "help");

	@Unmatched
	private List<String> arguments = new ArrayList<>();

	@Override
	public Integer call() throws Exception {
		LocalStack stack = LocalStack.fromEnvironment();
		Project project = Project.found();
		List<String> modules = new ArrayList<>(List.of(LOAD));
		if (Collections.disjoint(this.arguments, MEASURES_NOTHING)) {
			stack.names().stream().filter(name -> name.endsWith("-service")).forEach(modules::add);
		}
		if (!new Build(project).make(modules)) {
			return 1;
		}
		Path jar = project.jar(LOAD);
		List<String> command = new ArrayList<>(
				List.of(Distribution.java(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx512m",
						"-Dorg.slf4j.simpleLogger.defaultLogLevel=error", "-Dfrontdesk.root=" + project.root(),
						"-Dfrontdesk.dist=" + System.getProperty("frontdesk.dist"), "-cp",
						String.join(":", System.getProperty("java.class.path"), jar.toString(),
								jar.resolveSibling("lib") + "/*"),
						"io.frontdesk.load.LoadCommand"));
		command.addAll(this.arguments);
		ProcessBuilder bench = new ProcessBuilder(command).inheritIO();
		bench.environment().putAll(stack.ports().away(PORTS_AWAY));
		bench.environment().putAll(Map.of("FRONTDESK_HOME", stack.home().root().resolve("bench").toString(),
				"FRONTDESK_LIMITS_ENABLED", "false"));
		return bench.start().waitFor();
	}

}
