package io.frontdesk.local.stack;

import io.frontdesk.local.process.StartOutcome;

/** Hears what happens while a stack starts, from several threads. */
public interface Progress {

	Progress SILENT = new Progress() {
		@Override
		public void starting(String server) {}

		@Override
		public void ended(StartOutcome outcome) {}
	};

	void starting(String server);

	void ended(StartOutcome outcome);

}
