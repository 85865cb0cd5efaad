package io.frontdesk.local.stack;

import java.time.Duration;

import io.frontdesk.local.process.StartOutcome;

/** Hears what happens while a stack starts, from several threads. */
public interface Progress {

	Progress SILENT = new Progress() {
		@Override
		public void starting(String server) {}

		@Override
		public void stillStarting(String server, Duration soFar, String doing) {}

		@Override
		public void ended(StartOutcome outcome) {}
	};

	void starting(String server);

	void stillStarting(String server, Duration soFar, String doing);

	void ended(StartOutcome outcome);

}
