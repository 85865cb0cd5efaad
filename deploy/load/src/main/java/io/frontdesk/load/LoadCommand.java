package io.frontdesk.load;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

import io.frontdesk.local.stack.LocalStack;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What {@code ./frontdesk bench} runs, on the stack that the environment names. */
@Command(name = "bench", synopsisSubcommandLabel = "COMMAND", description = "Measures Frontdesk on this machine.", subcommands = {
		MailCommand.class, ApiCommand.class, CompareCommand.class}, footer = "Without a command: mail, then api.")
public final class LoadCommand implements Callable<Integer> {

	/** Of all that this process measures. */
	private final Instant begun = Instant.now();

	private boolean quick;

	@Option(names = "--quick", scope = ScopeType.INHERIT, description = "In under three minutes: fewer mails and tickets, shorter measures, and so more noise.")
	void quick(boolean asked) {
		this.quick |= asked;
	}

	@Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "Says this.")
	private boolean help;

	public static void main(String[] args) {
		System.exit(
				new CommandLine(new LoadCommand()).setExecutionExceptionHandler(LoadCommand::explain).execute(args));
	}

	@Override
	public Integer call() {
		boolean asked = this.quick;
		// A part that failed is the last: after Ctrl-C another one must not start what is being stopped.
		return Run.PARTS.stream()
				.map(part -> asked ? List.of("--quick", part) : List.of(part))
				.mapToInt(arguments -> new CommandLine(this).setExecutionExceptionHandler(LoadCommand::explain)
						.execute(arguments.toArray(String[]::new)))
				.filter(exit -> exit != 0)
				.findFirst()
				.orElse(0);
	}

	boolean isQuick() {
		return this.quick;
	}

	Report report(LocalStack stack) {
		return new Report(Report.results(stack), this.begun);
	}

	private static int explain(Exception ex, CommandLine line, CommandLine.ParseResult parsed) {
		line.getErr().println((ex.getMessage() != null) ? ex.getMessage() : ex.toString());
		if (System.getenv("FRONTDESK_DEBUG") != null) {
			ex.printStackTrace();
		}
		return 1;
	}

}
