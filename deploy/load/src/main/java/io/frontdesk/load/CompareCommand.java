package io.frontdesk.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import io.frontdesk.local.stack.LocalStack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "compare", description = "Compares two runs and marks what got slower by more than two runs of one commit differ. Without arguments: lists the runs.")
final class CompareCommand implements Callable<Integer> {

	@Parameters(index = "0", arity = "0..1", paramLabel = "BEFORE", description = "A folder of results, or its name.")
	private String before = "";

	@Parameters(index = "1", arity = "0..1", paramLabel = "AFTER", description = "Another one.")
	private String after = "";

	@Override
	public Integer call() throws IOException {
		Path results = Report.results(LocalStack.fromEnvironment());
		if (this.after.isEmpty()) {
			for (Path folder : foldersIn(results)) {
				for (Run run : runsIn(folder)) {
					System.out.printf("%s  %-4s  %s  %s%n", folder.getFileName(), run.part(), run.commit(),
							run.parameters());
				}
			}
			System.out.println("Compare two of them: ./frontdesk bench compare BEFORE AFTER");
			return this.before.isEmpty() ? 0 : 2;
		}
		Path old = results.resolve(this.before).toAbsolutePath().normalize();
		Path now = results.resolve(this.after).toAbsolutePath().normalize();
		List<Run> known = new ArrayList<>();
		for (Path beside : new LinkedHashSet<>(List.of(results, parentOf(old), parentOf(now)))) {
			for (Path folder : foldersIn(beside)) {
				known.addAll(runsIn(folder));
			}
		}
		boolean compared = false;
		boolean slower = false;
		for (String part : Run.PARTS) {
			Optional<Run> oldRun = Run.read(old, part);
			Optional<Run> newRun = Run.read(now, part);
			if (oldRun.isPresent() && newRun.isPresent()) {
				compared = true;
				slower |= compare(oldRun.get(), newRun.get(), known);
			}
		}
		if (!compared) {
			System.err.printf("%s and %s have no part in common; ./frontdesk bench compare lists the runs.%n", old,
					now);
			return 2;
		}
		return slower ? 1 : 0;
	}

	private static Path parentOf(Path folder) {
		return Optional.ofNullable(folder.getParent()).orElse(folder);
	}

	/** Whether anything is slower. */
	private static boolean compare(Run old, Run now, List<Run> known) {
		if (!old.isComparableTo(now)) {
			System.out.printf("%n%s: measured differently, %s and %s, and so not compared.%n", old.part(),
					old.parameters(), now.parameters());
			return false;
		}
		Comparison comparison = new Comparison(old, now, known);
		System.out.printf("%n%s, %s → %s%n%n", old.part(), old.commit(), now.commit());
		System.out.println(Comparison.HEAD.formatted(old.part()));
		comparison.lines().forEach(System.out::println);
		if (!comparison.knowsNoise()) {
			System.out.println(
					"\nNo two runs of one commit are here, so noise is only what rounds within a run differ by: run the bench twice on the commit before, and compare again.");
		}
		return comparison.lines().stream().anyMatch(line -> line.verdict() == Comparison.Verdict.SLOWER);
	}

	private static List<Path> foldersIn(Path results) throws IOException {
		if (!Files.isDirectory(results)) {
			return List.of();
		}
		try (Stream<Path> folders = Files.list(results)) {
			return folders.filter(Files::isDirectory).sorted().toList();
		}
	}

	private static List<Run> runsIn(Path folder) throws IOException {
		List<Run> runs = new ArrayList<>();
		for (String part : Run.PARTS) {
			Run.read(folder, part).ifPresent(runs::add);
		}
		return runs;
	}

}
