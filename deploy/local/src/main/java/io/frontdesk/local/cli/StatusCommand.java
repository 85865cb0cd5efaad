package io.frontdesk.local.cli;

import java.util.List;
import java.util.concurrent.Callable;

import io.frontdesk.local.stack.LocalStack;
import io.frontdesk.local.stack.Status;
import picocli.CommandLine.Command;

@Command(name = "status", description = "One line a process; exit status 0 only when all are healthy.")
final class StatusCommand implements Callable<Integer> {

	private static final double KILOBYTES = 1024;

	@Override
	public Integer call() {
		List<Status> all = LocalStack.fromEnvironment().status();
		System.out.printf("%-22s %8s %6s %10s  %s%n", "NAME", "PID", "PORT", "RESIDENT", "HEALTH");
		for (Status one : all) {
			System.out.printf("%-22s %8s %6d %10s  %s%n", one.name(), (one.pid() == 0) ? "-" : one.pid(), one.port(),
					megabytes(one.residentKilobytes()), word(one.health()));
		}
		System.out.printf("%-22s %8s %6s %10s%n", "all", "", "",
				megabytes(all.stream().mapToLong(Status::residentKilobytes).sum()));
		return all.stream().allMatch(one -> one.health() == Status.Health.HEALTHY) ? 0 : 1;
	}

	private static String megabytes(long kilobytes) {
		return (kilobytes == 0) ? "-" : "%.0f MB".formatted(kilobytes / KILOBYTES);
	}

	private static String word(Status.Health health) {
		return switch (health) {
			case HEALTHY -> "healthy";
			case NOT_ANSWERING -> "not answering";
			case DOWN -> "down";
		};
	}

}
