package io.frontdesk.local.verify;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.frontdesk.local.stack.Project;

/** The whole reactor's verify, told in a few lines, and counted from the reports that it leaves. */
public record TestRun(Project project) {

	private static final Pattern MODULE = Pattern.compile("\\[INFO] Building (.+?)(?: \\S+)?\\s+\\[(\\d+)/(\\d+)]");

	private static final Pattern GOAL = Pattern
			.compile("\\[INFO] --- (?:\\S+:)?(surefire|failsafe|frontend|exec)\\S* \\((.+?)\\) @ (\\S+) ---");

	private static final Pattern CLASS = Pattern.compile("\\[(?:INFO|WARNING|ERROR)] Tests run: .* in (\\S+)");

	/** All that CI runs. */
	public int run(List<String> arguments) throws IOException, InterruptedException {
		return Browser.present() ? verify("Testing everything", arguments) : 1;
	}

	/** The story of a mail on Dovecot and Postfix, and nothing else. */
	public int runOnRealMailServers(List<String> arguments) throws IOException, InterruptedException {
		if (!RealMailServers.present()) {
			return 1;
		}
		List<String> group = new ArrayList<>(
				List.of("-Dgroups=mail-servers", "-Dfrontdesk.test.without=", "-Dskip.ui"));
		group.addAll(arguments);
		return verify("Testing with Dovecot and Postfix", group);
	}

	private int verify(String what, List<String> arguments) throws IOException, InterruptedException {
		Instant began = Instant.now();
		Path log = this.project.root().resolve("target/test.log");
		Files.createDirectories(log.getParent());
		System.out.printf("%s; the whole output is in %s%n", what, this.project.root().relativize(log));
		int exit = maven(arguments, log);
		Tally tally = Tally.of(this.project.root(), FileTime.from(began.minusSeconds(1)));
		System.out.println();
		System.out.print(tally.table());
		list("Failed at first, and passed when they were tried again:", tally.unsteady());
		boolean good = exit == 0 && tally.isGood() && !anyCrashed(log);
		if (!good) {
			list("The build failed. Its first errors:", errors(log));
		}
		System.out.println();
		System.out.println(tally.line());
		return good ? 0 : 1;
	}

	private static void list(String title, List<String> lines) {
		if (!lines.isEmpty()) {
			System.out.printf("%n%s%n", title);
			lines.forEach(line -> System.out.println("  " + line));
		}
	}

	/** A process that runs tests and dies leaves no report, and where failures are let pass, Maven lets this pass, too. */
	private static boolean anyCrashed(Path log) throws IOException {
		try (Stream<String> lines = Files.lines(log)) {
			return lines.anyMatch(line -> line.contains("SurefireBooterForkException"));
		}
	}

	private static List<String> errors(Path log) throws IOException {
		try (Stream<String> lines = Files.lines(log)) {
			return lines.filter(line -> line.startsWith("[ERROR]")).limit(30).toList();
		}
	}

	/** All modules, whatever fails in one; a test that fails is tried once more. */
	private int maven(List<String> arguments, Path log) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of("mvn", "-B", "--fail-at-end",
				"-Dmaven.test.failure.ignore=true", "-Dfailsafe.rerunFailingTestsCount=1", "verify"));
		command.addAll(arguments);
		Process maven = new ProcessBuilder(command).directory(this.project.root().toFile())
				.redirectErrorStream(true)
				.start();
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			maven.descendants().forEach(ProcessHandle::destroy);
			maven.destroy();
		}));
		try (BufferedReader lines = maven.inputReader(StandardCharsets.UTF_8);
				BufferedWriter out = Files.newBufferedWriter(log)) {
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				out.write(line);
				out.newLine();
				out.flush();
				show(line.replaceAll("\u001B\\[[;\\d]*m", ""));
			}
		}
		return maven.waitFor();
	}

	private static void show(String line) {
		Matcher module = MODULE.matcher(line);
		Matcher goal = GOAL.matcher(line);
		Matcher testClass = CLASS.matcher(line);
		if (module.find()) {
			System.out.printf("%s of %s  %s%n", module.group(2), module.group(3), module.group(1));
		} else if (goal.find()) {
			System.out.printf("        %s %s%n", goal.group(1), goal.group(2));
		} else if (testClass.find()) {
			System.out.printf("          %s%s%n", testClass.group(1).replaceFirst("^io\\.frontdesk\\.", ""),
					line.contains("<<<") ? "  FAILED" : "");
		}
	}

}
