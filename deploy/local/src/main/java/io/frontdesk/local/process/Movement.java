package io.frontdesk.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Whether a process gets on, however slowly: it writes to its log, or computes more than an idle one does. */
final class Movement {

	/** One that starts has more than a hundredth of a processor even on a crowded machine, one that hangs has less. */
	private static final Duration LOOK = Duration.ofSeconds(10);

	private static final Duration COMPUTED_IN_A_LOOK = Duration.ofMillis(100);

	private final RunningProcess process;

	private final Path log;

	private long logged;

	private Duration computed;

	private long looked;

	private long moved;

	Movement(RunningProcess process, Path log) {
		this.process = process;
		this.log = log;
		this.logged = logSize();
		this.computed = process.computed();
		this.looked = System.nanoTime();
		this.moved = this.looked;
	}

	/** For how long it has not moved. */
	Duration still() {
		long now = System.nanoTime();
		long size = logSize();
		if (size != this.logged) {
			this.logged = size;
			this.moved = now;
		}
		if (now - this.looked >= LOOK.toNanos()) {
			Duration all = this.process.computed();
			if (all.minus(this.computed).compareTo(COMPUTED_IN_A_LOOK) >= 0) {
				this.moved = now;
			}
			this.computed = all;
			this.looked = now;
		}
		return Duration.ofNanos(now - this.moved);
	}

	private long logSize() {
		try {
			return Files.exists(this.log) ? Files.size(this.log) : 0;
		} catch (IOException _) {
			return 0;
		}
	}

}
