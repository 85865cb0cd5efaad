package io.frontdesk.local.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The one command of the project. */
@Command(name = "frontdesk", synopsisSubcommandLabel = "COMMAND", description = "Runs Frontdesk on this machine.", subcommands = {
		UpCommand.class, DownCommand.class, StatusCommand.class, LogsCommand.class, RestartCommand.class,
		ResetCommand.class, MailCommand.class, InboxCommand.class, TokenCommand.class, EventsCommand.class,
		DeadLettersCommand.class, DemoCommand.class, BenchCommand.class, TestCommand.class,
		HelpCommand.class}, footer = {"",
				"FRONTDESK_HOME moves the data, FRONTDESK_PORT_OFFSET all ports, FRONTDESK_<NAME>_PORT one. A stack that runs is found wherever it is.",
				"FRONTDESK_PATIENCE is how many seconds a start may do nothing."})
public final class FrontdeskCommand implements Runnable {

	private static final int WRONG_USE = 2;

	@Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows the commands.")
	private boolean help;

	public static void main(String[] args) {
		System.exit(commandLine().execute(args));
	}

	static CommandLine commandLine() {
		return new CommandLine(new FrontdeskCommand()).setParameterExceptionHandler(FrontdeskCommand::explainWrongUse)
				.setExecutionExceptionHandler(FrontdeskCommand::explainFailure);
	}

	@Override
	public void run() {
		CommandLine.usage(this, System.out);
	}

	private static int explainWrongUse(ParameterException ex, String[] args) {
		CommandLine line = ex.getCommandLine();
		if (line.getParent() == null) {
			line.getErr()
					.printf("There is no command %s; there are %s.%n", String.join(" ", args),
							String.join(", ", line.getSubcommands().keySet()));
		} else {
			line.getErr().println(ex.getMessage());
			line.getErr().println();
			line.usage(line.getErr());
		}
		return WRONG_USE;
	}

	private static int explainFailure(Exception ex, CommandLine line, CommandLine.ParseResult parsed) {
		line.getErr().println((ex.getMessage() != null) ? ex.getMessage() : ex.toString());
		if (System.getenv("FRONTDESK_DEBUG") != null) {
			ex.printStackTrace();
		}
		return 1;
	}

}
