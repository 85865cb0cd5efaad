package io.frontdesk.local.cli;

import java.util.List;
import java.util.concurrent.Callable;

import io.frontdesk.local.build.Build;
import io.frontdesk.local.process.StartOutcome;
import io.frontdesk.local.stack.LocalStack;
import io.frontdesk.local.stack.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "restart", description = "Builds one service if its sources are newer, stops it, starts it.")
final class RestartCommand implements Callable<Integer> {

	@Parameters(paramLabel = "SERVICE", description = "As status names them; ticket is ticket-service.")
	private String service = "";

	@Override
	public Integer call() throws Exception {
		LocalStack stack = LocalStack.fromEnvironment();
		String name = stack.nameOf(this.service);
		if (name.endsWith("-service") && !new Build(Project.found()).make(List.of(name))) {
			return 1;
		}
		stack.stop(name);
		StartOutcome outcome = stack.start(name);
		System.out.println(outcome.explanation());
		return outcome.isUp() ? 0 : 1;
	}

}
