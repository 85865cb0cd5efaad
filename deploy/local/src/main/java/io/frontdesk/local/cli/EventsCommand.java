package io.frontdesk.local.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.frontdesk.local.stack.LocalStack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "events", description = "Shows events with their headers, through Kafka's console consumer.")
final class EventsCommand implements Callable<Integer> {

	private static final String ALL_OF_OURS = "(mail|ticket|company|project|task|user|notification)-.*";

	@Parameters(paramLabel = "TOPIC", description = "All topics of Frontdesk when none is named.")
	private List<String> topics = List.of();

	@Option(names = "--from-beginning", description = "Also those that there are already.")
	private boolean fromBeginning;

	@Option(names = "--max", description = "Return after this many.")
	private int max;

	@Option(names = "--timeout-ms", description = "Return when there was none for so long.")
	private int timeout;

	@Override
	public Integer call() throws Exception {
		LocalStack stack = LocalStack.fromEnvironment();
		List<String> command = new ArrayList<>(stack.kafkaTool("org.apache.kafka.tools.consumer.ConsoleConsumer"));
		command.addAll(List.of("--bootstrap-server", stack.kafkaServers(), "--include", include()));
		for (String shown : List.of("print.headers", "print.key", "print.partition", "print.offset")) {
			command.addAll(List.of("--formatter-property", shown + "=true"));
		}
		if (this.fromBeginning) {
			command.add("--from-beginning");
		}
		if (this.max > 0) {
			command.addAll(List.of("--max-messages", Integer.toString(this.max)));
		}
		if (this.timeout > 0) {
			command.addAll(List.of("--timeout-ms", Integer.toString(this.timeout)));
		}
		return new ProcessBuilder(command).inheritIO().start().waitFor();
	}

	private String include() {
		return this.topics.isEmpty()
				? ALL_OF_OURS
				: this.topics.stream().map(Pattern::quote).collect(Collectors.joining("|"));
	}

}
