package io.frontdesk.load;

import java.io.IOException;

import io.frontdesk.local.cli.ConsoleProgress;
import io.frontdesk.local.process.StartOutcome;
import io.frontdesk.local.process.Waiting;
import io.frontdesk.local.stack.LocalStack;

/** The bench's own stack, which the environment names. */
final class OwnStack {

	private OwnStack() {}

	/** @param keep whether it goes on running when the bench has ended */
	static LocalStack start(boolean keep) throws IOException {
		LocalStack stack = LocalStack.fromEnvironment();
		if (!keep && !stack.isRunning()) {
			// also after Ctrl-C
			Runtime.getRuntime().addShutdownHook(new Thread(stack::stop));
		}
		System.out.printf("Starting a stack of its own in %s …%n", stack.home().root());
		for (StartOutcome outcome : stack.start(stack.names(), new ConsoleProgress(), Waiting.usualPatience())) {
			if (!outcome.isUp()) {
				throw new IOException(outcome.explanation());
			}
		}
		return stack;
	}

}
