package io.frontdesk.local.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

import io.frontdesk.local.process.StopOutcome;
import io.frontdesk.local.stack.LocalStack;
import picocli.CommandLine.Command;

@Command(name = "down", description = "Stops everything; the data stays.")
final class DownCommand implements Callable<Integer> {

	private final LocalStack stack = LocalStack.fromEnvironment();

	@Override
	public Integer call() {
		if (!this.stack.isRunning()) {
			System.out.println("Nothing is running.");
			return 0;
		}
		long from = System.nanoTime();
		System.out.println("Stopping …");
		AtomicBoolean recording = new AtomicBoolean();
		this.stack.stop((name, outcome) -> {
			System.out.printf("%-22s after %4.1f s: %s%n", name, (System.nanoTime() - from) / 1e9, outcome);
			if (outcome == StopOutcome.LEFT_RECORDING) {
				recording.set(true);
			}
		});
		System.out.printf("Stopped after %.1f s.%n", (System.nanoTime() - from) / 1e9);
		if (recording.get()) {
			System.out.println(
					"What ran a new build for the first time goes on writing down how to start faster, for a minute or so. Nothing needs to wait for it.");
		}
		return 0;
	}

}
