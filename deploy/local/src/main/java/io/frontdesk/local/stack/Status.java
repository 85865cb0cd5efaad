package io.frontdesk.local.stack;

import java.util.Optional;

import io.frontdesk.local.process.RunningProcess;
import io.frontdesk.local.process.ServerProcess;

/** How one server of the stack is. */
public record Status(String name, int port, long pid, long residentKilobytes, Health health) {

	/** What a look at the process and one question to it tell. */
	public enum Health {

		HEALTHY, NOT_ANSWERING, DOWN

	}

	static Status of(ServerProcess process) {
		Optional<RunningProcess> running = process.process();
		Health health = running.isEmpty()
				? Health.DOWN
				: process.server().answers() ? Health.HEALTHY : Health.NOT_ANSWERING;
		return new Status(process.server().name(), process.server().ports().getFirst().number(),
				running.map(RunningProcess::pid).orElse(0L), running.map(RunningProcess::residentKilobytes).orElse(0L),
				health);
	}

}
