package io.frontdesk.local.cli;

import java.util.concurrent.Callable;

import io.frontdesk.local.demo.Demo;
import io.frontdesk.local.stack.LocalStack;
import io.frontdesk.local.stack.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "demo", description = "Fills in companies, projects, tasks, users, and tickets with conversations. Nobody is mailed.")
final class DemoCommand implements Callable<Integer> {

	private static final int MOST = 5_000_000;

	@Option(names = "--tickets", paramLabel = "N", defaultValue = "1000", description = "How many more; ${DEFAULT-VALUE} when left out.")
	private int tickets;

	@Override
	public Integer call() throws Exception {
		if (this.tickets < 1 || this.tickets > MOST) {
			System.err.printf("--tickets takes a number from 1 to %,d.%n", MOST);
			return 2;
		}
		LocalStack stack = LocalStack.fromEnvironment();
		if (!stack.status().stream().allMatch(status -> status.health() == Status.Health.HEALTHY)) {
			System.err.println("Frontdesk is not up. Start it first: ./frontdesk up --detach");
			return 1;
		}
		Demo demo = new Demo(stack, System.out);
		long before = demo.tickets();
		long began = System.nanoTime();
		demo.fill(this.tickets);
		System.out.printf("""

				Done in %.1f s: %,d tickets where there were %,d.

				  %s   log in as alice@frontdesk.test (staff) or carol@example.com (client), password frontdesk
				  ./frontdesk demo         adds more
				  ./frontdesk reset        forgets everything
				""", (System.nanoTime() - began) / 1e9, demo.tickets(), before, stack.url());
		return 0;
	}

}
