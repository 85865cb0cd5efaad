package io.frontdesk.local.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

import io.frontdesk.local.kafka.TopicTable;
import io.frontdesk.local.stack.LocalStack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "events", description = "Shows events with their headers, through Kafka's console consumer.")
final class EventsCommand implements Callable<Integer> {

	private static final int WRONG_USE = 2;

	@Parameters(paramLabel = "TOPIC", description = "All that other systems may read when none is named.")
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
		List<String> readable = stack.topicsForSubscribers();
		List<String> others = this.topics.stream().filter(topic -> !readable.contains(topic)).toList();
		if (!others.isEmpty()) {
			System.err.printf(
					"%s is not for other systems to read; they may read %s. (Dead letters: ./frontdesk dead-letters; mails: the page Mail, or GET /api/v1/intake.)%n",
					String.join(", ", others), String.join(", ", readable));
			return WRONG_USE;
		}
		List<String> command = new ArrayList<>(stack.kafkaTool("org.apache.kafka.tools.consumer.ConsoleConsumer"));
		command.addAll(List.of("--bootstrap-server", stack.kafkaServers(), "--command-config",
				stack.home().subscriber().toString(), "--group",
				"%s-%s".formatted(TopicTable.SUBSCRIBER, UUID.randomUUID()),
				"--include", String.join("|", this.topics.isEmpty() ? readable : this.topics)));
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

}
