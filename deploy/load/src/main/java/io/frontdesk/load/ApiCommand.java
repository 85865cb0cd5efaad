package io.frontdesk.load;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

import io.frontdesk.local.demo.Demo;
import io.frontdesk.local.stack.LocalStack;
import io.frontdesk.local.stack.Project;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "api", description = "Measures the API through the gateway, at each number of tickets and of clients.")
final class ApiCommand implements Callable<Integer> {

	private static final int WARM_UP_CLIENTS = 8;

	/** Each measured once in each, so that what else the machine does for a while meets them all. */
	private static final int ROUNDS = 3;

	@ParentCommand
	private LoadCommand bench = new LoadCommand();

	@Option(names = "--tickets", split = ",", paramLabel = "N", description = "Numbers of tickets, ascending: the stack is filled up to each. 1000,100000,1000000 when left out, 1000 with --quick.")
	private @Nullable List<Integer> tickets;

	@Option(names = "--clients", split = ",", paramLabel = "N", description = "How many ask at once. 1,8 when left out, 8 with --quick.")
	private @Nullable List<Integer> clients;

	@Option(names = "--seconds", paramLabel = "S", description = "How long each request is measured, in "
			+ ROUNDS + " rounds; 5 when left out, 0.6 with --quick.")
	private @Nullable Double seconds;

	@Option(names = "--warm-up", paramLabel = "S", description = "How long each request is asked by eight clients before anything is measured; 2 seconds when left out, 0.4 with --quick.")
	private @Nullable Double warmUp;

	@Option(names = "--keep", description = "Leave the stack running.")
	private boolean keep;

	/** What was asked for, or what is usual. */
	private record Plan(List<Integer> tickets, List<Integer> clients, double seconds, double warmUp) {

		boolean isPossible() {
			return this.seconds > 0 && this.warmUp >= 0 && this.clients.stream().allMatch(number -> number > 0)
					&& this.tickets.stream().allMatch(number -> number > 0)
					&& this.tickets.equals(this.tickets.stream().sorted().toList());
		}

		Duration round() {
			return milliseconds(this.seconds / ROUNDS);
		}

		/** Before each round. */
		Duration again() {
			return milliseconds(this.seconds / 3 / ROUNDS);
		}

		static Duration milliseconds(double seconds) {
			return Duration.ofMillis(Math.max(1, Math.round(1_000 * seconds)));
		}

		Map<String, String> parameters() {
			return Map.of("tickets", this.tickets.toString(), "clients", this.clients.toString(), "seconds",
					Double.toString(this.seconds), "warm-up", Double.toString(this.warmUp));
		}

	}

	private Plan plan() {
		boolean quick = this.bench.isQuick();
		return new Plan(
				Objects.requireNonNullElse(this.tickets, quick ? List.of(1_000) : List.of(1_000, 100_000, 1_000_000)),
				Objects.requireNonNullElse(this.clients, quick ? List.of(8) : List.of(1, 8)),
				Objects.requireNonNullElse(this.seconds, quick ? 0.6 : 5.0),
				Objects.requireNonNullElse(this.warmUp, quick ? 0.4 : 2.0));
	}

	@Override
	public Integer call() throws Exception {
		Plan plan = plan();
		if (!plan.isPossible()) {
			System.err.println(
					"--tickets takes ascending numbers, --clients numbers of at least 1, --seconds more than 0, --warm-up at least 0.");
			return 2;
		}
		return measure(OwnStack.start(this.keep), plan);
	}

	private int measure(LocalStack stack, Plan plan) throws Exception {
		List<Result> results = new ArrayList<>();
		List<Figure> figures = new ArrayList<>();
		Instant began = Instant.now();
		String commit = Commit.of(Project.found().root());
		Report report = this.bench.report(stack);
		try (Bearer bearer = new Bearer(stack)) {
			for (int size : plan.tickets()) {
				fill(stack, size);
				Storage.settle(stack);
				List<Scenario> scenarios = Scenarios.prepare(bearer, stack.url() + "/api/v1");
				warmUp(bearer, scenarios, plan);
				System.out.printf("%n%,d tickets; %s%n%n%s%n", size, Storage.of(stack), Report.HEAD);
				for (List<Result> rounds : rounds(bearer, scenarios, size, plan)) {
					Result all = rounds.stream().reduce(Result::plus).orElseThrow();
					System.out.println(Report.line(all));
					results.add(all);
					figures.addAll(Result.figures(rounds));
				}
				report.write(results, Storage.of(stack));
				new Run("api", commit, began, plan.parameters(), figures).write(report.folder());
			}
		}
		long errors = results.stream().mapToLong(Result::errors).sum();
		System.out.printf("%nIn %s%n", report.folder());
		if (errors > 0) {
			System.err.printf("%,d requests were answered with something else than 2xx.%n", errors);
		}
		return (errors == 0) ? 0 : 1;
	}

	/** The rounds of each scenario and number of clients. */
	private static List<List<Result>> rounds(Bearer bearer, List<Scenario> scenarios, int size, Plan plan)
			throws IOException, InterruptedException {
		List<Measurement> all = scenarios.stream()
				.flatMap(scenario -> plan.clients().stream().map(number -> new Measurement(bearer, scenario, number)))
				.toList();
		List<List<Result>> rounds = all.stream().<List<Result>>map(_ -> new ArrayList<>()).toList();
		for (int round = 0; round < ROUNDS; round++) {
			for (int i = 0; i < all.size(); i++) {
				all.get(i).warmUp(plan.again());
				rounds.get(i).add(all.get(i).run(size, plan.round()));
			}
		}
		return rounds;
	}

	/**
	 * Everything once, so that what is measured first is not measured while the JVMs still compile; the writes first, as
	 * the mails and events that they cause go on for a while.
	 */
	private static void warmUp(Bearer bearer, List<Scenario> scenarios, Plan plan)
			throws IOException, InterruptedException {
		System.out.printf("Warming up, %.1f s for each of %d requests …%n", plan.warmUp(), scenarios.size());
		for (Scenario scenario : scenarios.reversed()) {
			new Measurement(bearer, scenario, WARM_UP_CLIENTS).warmUp(Plan.milliseconds(plan.warmUp()));
		}
	}

	/** With its own: what mails of a bench have raised is no such ticket. */
	private static void fill(LocalStack stack, int size) throws Exception {
		Demo demo = new Demo(stack, System.out);
		long missing = size - demo.ownTickets();
		if (missing > 0) {
			demo.fill((int) missing);
		}
	}

}
