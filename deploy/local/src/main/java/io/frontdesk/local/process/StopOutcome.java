package io.frontdesk.local.process;

/** What came of stopping a server. */
public enum StopOutcome {

	WAS_NOT_RUNNING("was not running"), ENDED("stopped"),
	/** It serves nobody any longer and only writes down how to start faster. */
	LEFT_RECORDING("stopped, but for its notes"), KILLED("killed, as it did not end");

	private final String words;

	StopOutcome(String words) {
		this.words = words;
	}

	@Override
	public String toString() {
		return this.words;
	}

}
