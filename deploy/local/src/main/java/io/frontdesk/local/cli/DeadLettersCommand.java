package io.frontdesk.local.cli;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;

import io.frontdesk.local.demo.ServiceApi;
import io.frontdesk.local.keycloak.Tokens;
import io.frontdesk.local.stack.LocalStack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(name = "dead-letters", description = "Lists the events that could not be handled or sent, the newest first.", subcommands = ResendCommand.class)
final class DeadLettersCommand implements Callable<Integer> {

	private static final String SUPER_ADMIN = "root@frontdesk.test";

	@Option(names = "--topic", description = "Only those of this topic.")
	private @Nullable String topic;

	@Option(names = "--reason", paramLabel = "TEXT", description = "Only those whose reason has this in it.")
	private @Nullable String reason;

	@Override
	public Integer call() throws IOException, InterruptedException {
		LocalStack stack = LocalStack.fromEnvironment();
		try (ServiceApi api = apiOf(stack)) {
			JsonNode page = api
					.get(url(stack) + "?limit=200" + parameter("topic", this.topic) + parameter("reason", this.reason));
			System.out.print(LetterTable.of(page));
			return 0;
		}
	}

	static ServiceApi apiOf(LocalStack stack) {
		return new ServiceApi(new Tokens(stack.issuer()), SUPER_ADMIN);
	}

	/** By way of the gateway, which asks every service. */
	static String url(LocalStack stack) {
		return stack.url() + "/api/v1/dead-letters";
	}

	private static String parameter(String name, @Nullable String value) {
		return (value != null) ? "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) : "";
	}

}
