package io.frontdesk.load;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What {@code ./frontdesk bench} runs, on the stack that the environment names. */
@Command(name = "bench", synopsisSubcommandLabel = "COMMAND", description = "Measures Frontdesk on this machine.", subcommands = {
		ApiCommand.class, MailCommand.class})
public final class LoadCommand implements Runnable {

	@Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "Says this.")
	private boolean help;

	public static void main(String[] args) {
		System.exit(
				new CommandLine(new LoadCommand()).setExecutionExceptionHandler(LoadCommand::explain).execute(args));
	}

	@Override
	public void run() {
		CommandLine.usage(this, System.out);
	}

	private static int explain(Exception ex, CommandLine line, CommandLine.ParseResult parsed) {
		line.getErr().println((ex.getMessage() != null) ? ex.getMessage() : ex.toString());
		if (System.getenv("FRONTDESK_DEBUG") != null) {
			ex.printStackTrace();
		}
		return 1;
	}

}
