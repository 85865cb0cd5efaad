package io.frontdesk.local.process;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A server of the stack: how to run it and how to tell that it works. */
public interface Server {

	String name();

	/** The first one is the one that people know it by. */
	List<Port> ports();

	/** Makes what the process needs on disk (once) and says how to run it. */
	Launch prepare() throws IOException;

	/** One quick question whose right answer shows that the server serves. */
	boolean answers();

	/** Called each time the server has begun to answer, before anything that needs it is started. */
	default void answered() {}

	default String stopSignal() {
		return "TERM";
	}

	/** What makes this start slower than another, or nothing. */
	default String startRemark() {
		return "";
	}

	/** Whether a process that was told to end has let go of everything and only writes notes for the next start. */
	default boolean onlyRecords(RunningProcess process) {
		return false;
	}

	default Duration stopPatience() {
		return Duration.ofSeconds(30);
	}

}
