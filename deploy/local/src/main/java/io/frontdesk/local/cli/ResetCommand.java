package io.frontdesk.local.cli;

import java.util.Scanner;
import java.util.concurrent.Callable;

import io.frontdesk.local.stack.LocalStack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "reset", description = "Wipes all data, logs and passwords of the local stack.")
final class ResetCommand implements Callable<Integer> {

	@Option(names = "--yes", description = "Don't ask.")
	private boolean yes;

	@Override
	public Integer call() {
		LocalStack stack = LocalStack.fromEnvironment();
		if (!this.yes && !confirmed(stack)) {
			System.err.println("Nothing was wiped.");
			return 1;
		}
		if (stack.isRunning()) {
			System.out.println("Stopping …");
			stack.stop();
		}
		stack.wipe();
		System.out.println("Wiped " + stack.home().root());
		return 0;
	}

	private static boolean confirmed(LocalStack stack) {
		System.out.printf("Wipe all tickets, mails, accounts and logs in %s? Type yes: ", stack.home().root());
		System.out.flush();
		Scanner answers = new Scanner(System.in);
		return answers.hasNextLine() && answers.nextLine().strip().equalsIgnoreCase("yes");
	}

}
