package io.frontdesk.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.frontdesk.local.demo.Demo;
import io.frontdesk.local.stack.LocalStack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "api", description = "Measures the API through the gateway, at each number of tickets and of clients.")
final class ApiCommand implements Callable<Integer> {

	private static final int WARM_UP_CLIENTS = 8;

	@Option(names = "--tickets", split = ",", paramLabel = "N", defaultValue = "1000,100000,1000000", description = "Numbers of tickets, ascending: the stack is filled up to each. ${DEFAULT-VALUE} when left out.")
	private List<Integer> tickets = List.of();

	@Option(names = "--clients", split = ",", paramLabel = "N", defaultValue = "1,8", description = "How many ask at once. ${DEFAULT-VALUE} when left out.")
	private List<Integer> clients = List.of();

	@Option(names = "--seconds", paramLabel = "S", defaultValue = "5", description = "How long each request is measured; ${DEFAULT-VALUE} when left out.")
	private int seconds;

	@Option(names = "--warm-up", paramLabel = "S", defaultValue = "2", description = "How long each request is asked by eight clients before anything is measured; ${DEFAULT-VALUE} seconds when left out.")
	private int warmUp;

	@Option(names = "--keep", description = "Leave the stack running.")
	private boolean keep;

	@Override
	public Integer call() throws Exception {
		if (this.seconds < 1 || this.warmUp < 0 || this.clients.stream().anyMatch(number -> number < 1)
				|| this.tickets.stream().anyMatch(number -> number < 1)
				|| !this.tickets.equals(this.tickets.stream().sorted().toList())) {
			System.err.println(
					"--tickets takes ascending numbers, --clients and --seconds numbers of at least 1, --warm-up of at least 0.");
			return 2;
		}
		return measure(OwnStack.start(this.keep));
	}

	private int measure(LocalStack stack) throws Exception {
		List<Result> results = new ArrayList<>();
		Report report = new Report(stack.home().root().resolve("results"));
		try (Bearer bearer = new Bearer(stack)) {
			for (int size : this.tickets) {
				fill(stack, size);
				Storage.settle(stack);
				List<Scenario> scenarios = Scenarios.prepare(bearer, stack.url() + "/api/v1");
				warmUp(bearer, scenarios);
				System.out.printf("%n%,d tickets; %s%n%n%s%n", size, Storage.of(stack), Report.HEAD);
				for (Scenario scenario : scenarios) {
					for (int number : this.clients) {
						Measurement measurement = new Measurement(bearer, scenario, number);
						measurement.warmUp(Duration.ofSeconds(Math.max(1, this.seconds / 3)));
						Result result = measurement.run(size, Duration.ofSeconds(this.seconds));
						System.out.println(Report.line(result));
						results.add(result);
					}
				}
				report.write(results, Storage.of(stack));
			}
		}
		long errors = results.stream().mapToLong(Result::errors).sum();
		System.out.printf("%nIn %s%n", report.folder());
		if (errors > 0) {
			System.err.printf("%,d requests were answered with something else than 2xx.%n", errors);
		}
		return (errors == 0) ? 0 : 1;
	}

	/**
	 * Everything once, so that what is measured first is not measured while the JVMs still compile; the writes first, as
	 * the mails and events that they cause go on for a while.
	 */
	private void warmUp(Bearer bearer, List<Scenario> scenarios) throws IOException, InterruptedException {
		System.out.printf("Warming up, %,d s for each of %d requests …%n", this.warmUp, scenarios.size());
		for (Scenario scenario : scenarios.reversed()) {
			new Measurement(bearer, scenario, WARM_UP_CLIENTS).warmUp(Duration.ofSeconds(this.warmUp));
		}
	}

	private static void fill(LocalStack stack, int size) throws Exception {
		Demo demo = new Demo(stack, System.out);
		long missing = size - demo.tickets();
		if (missing > 0) {
			demo.fill((int) missing);
		}
	}

}
