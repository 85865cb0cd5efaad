package io.frontdesk.local.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import io.frontdesk.local.demo.ServiceApi;
import io.frontdesk.local.stack.LocalStack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(name = "resend", description = "Sends them again to the service that failed, and says how that ended.")
final class ResendCommand implements Callable<Integer> {

	private static final int WRONG_USE = 2;

	@Parameters(paramLabel = "ID", description = "As the list has it, such as ticket-42.")
	private List<String> ids = List.of();

	@Option(names = "--topic", description = "All of this topic.")
	private @Nullable String topic;

	@Option(names = "--reason", paramLabel = "TEXT", description = "All whose reason has this in it.")
	private @Nullable String reason;

	@Option(names = "--all", description = "All that there are.")
	private boolean all;

	@Override
	public Integer call() throws IOException, InterruptedException {
		boolean filtered = this.all || this.topic != null || this.reason != null;
		if (filtered == !this.ids.isEmpty()) {
			System.err.println("Which? Name ids, or --reason TEXT, --topic TOPIC or --all.");
			return WRONG_USE;
		}
		LocalStack stack = LocalStack.fromEnvironment();
		try (ServiceApi api = DeadLettersCommand.apiOf(stack)) {
			String url = DeadLettersCommand.url(stack);
			boolean done = filtered ? resendAll(api, url) : resendEach(api, url);
			if (!done) {
				System.out.println(
						"The reason says what went wrong, ./frontdesk logs SERVICE has the whole error: mend that, then send them again.");
			}
			return done ? 0 : 1;
		}
	}

	private boolean resendEach(ServiceApi api, String url) throws IOException, InterruptedException {
		List<String> failed = new ArrayList<>();
		for (String id : this.ids) {
			ServiceApi.Answer answer = api.send("POST", url + "/" + id + "/resend", ServiceApi.NOTHING);
			if (answer.status() == 404) {
				System.out.printf("%s: there is no such letter; ./frontdesk dead-letters lists them%n", id);
				failed.add(id);
			} else if (answer.json().path("outcome").asString().equals("handled")) {
				System.out.printf("%s: handled%n", id);
			} else {
				System.out.printf("%s: failed again: %s%n", id, answer.json().path("reason").asString());
				failed.add(id);
			}
		}
		return failed.isEmpty();
	}

	/** A call takes some; those that fail again come last in the next. */
	private boolean resendAll(ServiceApi api, String url) throws IOException, InterruptedException {
		Map<String, Object> which = ServiceApi.body("topic", this.topic, "reason", this.reason, "all",
				this.all ? true : null);
		int handled = 0;
		JsonNode count;
		do {
			count = api.post(url + "/resend", which);
			handled += count.path("handled").asInt();
		} while (count.path("handled").asInt() > 0 && count.path("waiting").asLong() > 0);
		long waiting = count.path("waiting").asLong();
		System.out.printf("%d handled, %d failed again or still wait%n", handled, waiting);
		count.path("unavailable")
				.forEach(service -> System.out.printf("%s-service does not answer: its letters were not tried%n",
						service.asString()));
		return waiting == 0 && count.path("unavailable").isEmpty();
	}

}
