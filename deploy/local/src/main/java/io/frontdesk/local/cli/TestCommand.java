package io.frontdesk.local.cli;

import java.util.List;
import java.util.concurrent.Callable;

import io.frontdesk.local.stack.Project;
import io.frontdesk.local.verify.TestRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "test", description = "Everything that CI runs, installing what is missing.")
final class TestCommand implements Callable<Integer> {

	@Option(names = "--mail-servers", description = "Only the story of a mail, on Dovecot and Postfix.")
	private boolean mailServers;

	@Parameters(paramLabel = "MAVEN-ARGUMENT", description = "Such as -pl ticket-service -am, after --.")
	private List<String> arguments = List.of();

	@Override
	public Integer call() throws Exception {
		TestRun run = new TestRun(Project.found());
		return this.mailServers ? run.runOnRealMailServers(this.arguments) : run.run(this.arguments);
	}

}
