package io.frontdesk.local.cli;

import java.util.concurrent.Callable;

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
		System.out
				.println("Stopping …; what runs a new build for the first time also writes down how to start faster.");
		this.stack.stop(
				name -> System.out.printf("%-22s stopped after %5.1f s%n", name, (System.nanoTime() - from) / 1e9));
		System.out.printf("Stopped after %.1f s.%n", (System.nanoTime() - from) / 1e9);
		return 0;
	}

}
