package io.frontdesk.local.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import io.frontdesk.local.build.Build;
import io.frontdesk.local.process.StartOutcome;
import io.frontdesk.local.process.Waiting;
import io.frontdesk.local.stack.LocalStack;
import io.frontdesk.local.stack.Project;
import io.frontdesk.local.stack.Status;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "up", description = "Builds what is not built, starts everything, waits until it all answers.")
final class UpCommand implements Callable<Integer> {

	private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

	@Option(names = "--detach", description = "Leave everything running and return.")
	private boolean detach;

	@Option(names = "--patience", paramLabel = "SECONDS", description = "Give a server up that has neither written to its log nor computed for so long; else FRONTDESK_PATIENCE, or 180. One that moves is waited for however long it takes.")
	private @Nullable Integer patience;

	@Option(names = "--only", split = ",", hidden = true)
	private List<String> only = List.of();

	private final LocalStack stack = LocalStack.fromEnvironment();

	@Override
	public Integer call() throws Exception {
		List<String> names = this.only.isEmpty()
				? this.stack.names()
				: this.only.stream().map(this.stack::nameOf).toList();
		if (this.patience != null && this.patience < 1) {
			System.err.println("--patience takes a number of seconds of at least 1.");
			return 2;
		}
		if (allHealthy(names)) {
			System.out.println("Frontdesk is already up.");
			System.out.println(Page.of(this.stack));
			return 0;
		}
		if (!new Build(Project.found()).make(names.stream().filter(name -> name.endsWith("-service")).toList())) {
			return 1;
		}
		AtomicBoolean stopping = new AtomicBoolean();
		CountDownLatch stopped = new CountDownLatch(1);
		Thread onInterrupt = new Thread(() -> stopAll(stopping, stopped));
		Runtime.getRuntime().addShutdownHook(onInterrupt);
		List<StartOutcome> outcomes = this.stack.start(names, new ConsoleProgress(),
				(this.patience == null) ? Waiting.usualPatience() : Duration.ofSeconds(this.patience));
		List<StartOutcome> failures = outcomes.stream().filter(outcome -> !outcome.isUp()).toList();
		if (!failures.isEmpty()) {
			Runtime.getRuntime().removeShutdownHook(onInterrupt);
			failures.stream()
					.filter(outcome -> !(outcome instanceof StartOutcome.NotTried))
					.forEach(outcome -> System.err.println(System.lineSeparator() + outcome.explanation()));
			System.err.println(System.lineSeparator() + whatNow(outcomes));
			return 1;
		}
		System.out.println(Page.of(this.stack));
		if (this.detach) {
			Runtime.getRuntime().removeShutdownHook(onInterrupt);
			return 0;
		}
		System.out.println("Ctrl-C stops everything.");
		return supervise(names, stopping, stopped);
	}

	private static String whatNow(List<StartOutcome> outcomes) {
		List<String> up = outcomes.stream().filter(StartOutcome::isUp).map(StartOutcome::server).toList();
		return """
				%s
				  ./frontdesk up           once the cause is mended: starts what is missing
				  ./frontdesk logs NAME    what it says
				  ./frontdesk down         stops everything""".formatted(
				up.isEmpty() ? "Nothing is up." : "What is up stays up: %s.".formatted(String.join(", ", up)));
	}

	private boolean allHealthy(List<String> names) {
		return this.stack.status()
				.stream()
				.filter(status -> names.contains(status.name()))
				.allMatch(status -> status.health() == Status.Health.HEALTHY);
	}

	private int supervise(List<String> names, AtomicBoolean stopping, CountDownLatch stopped)
			throws InterruptedException {
		while (!stopped.await(BETWEEN_LOOKS.toMillis(), java.util.concurrent.TimeUnit.MILLISECONDS)) {
			List<String> dead = names.stream().filter(name -> !this.stack.isRunning(name)).toList();
			if (dead.size() == names.size() && !stopping.get()) {
				System.out.println("Everything was stopped by someone else.");
				return 0;
			}
			if (!dead.isEmpty() && !stopping.get()) {
				for (String name : dead) {
					System.err.printf("%s has ended. Its last lines, from %s:%n%s%n", name, this.stack.home().log(name),
							Logs.tail(this.stack.home().log(name), 25));
				}
				System.err.println("Stopping the rest.");
				return 1;
			}
		}
		return 0;
	}

	private void stopAll(AtomicBoolean stopping, CountDownLatch stopped) {
		stopping.set(true);
		System.out.printf("%nStopping …%n");
		this.stack.stop();
		System.out.println("Stopped.");
		stopped.countDown();
	}

}
