package io.frontdesk.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A process known by its id and the tick it started at, so that a reused id is never taken for it. */
public record RunningProcess(long pid, long startTicks) {

	private static final int STATE = 0;

	private static final int START_TICKS = 19;

	private static final long GONE = -1;

	public static RunningProcess of(long pid) {
		return new RunningProcess(pid, startTicksOf(pid));
	}

	static RunningProcess parse(String line) {
		String[] fields = line.strip().split(" ");
		return new RunningProcess(Long.parseLong(fields[0]), Long.parseLong(fields[1]));
	}

	String asLine() {
		return this.pid + " " + this.startTicks;
	}

	public boolean isAlive() {
		return this.startTicks != GONE && startTicksOf(this.pid) == this.startTicks;
	}

	public void signal(String name) {
		if (isAlive()) {
			run("kill", "-" + name, Long.toString(this.pid));
		}
	}

	public boolean endsWithin(Duration patience) {
		return Patience.until(patience, () -> !isAlive());
	}

	/**
	 * Resident kilobytes. A process with children (PostgreSQL) counts its proportional share, or shared buffers would
	 * count once per child.
	 */
	public long residentKilobytes() {
		long[] children = ProcessHandle.of(this.pid)
				.stream()
				.flatMap(ProcessHandle::descendants)
				.mapToLong(ProcessHandle::pid)
				.toArray();
		return (children.length == 0)
				? kilobytes(this.pid, "status", "VmRSS:")
				: LongStream.concat(LongStream.of(this.pid), LongStream.of(children))
						.map(pid -> kilobytes(pid, "smaps_rollup", "Pss:"))
						.sum();
	}

	private static long kilobytes(long pid, String file, String key) {
		try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), file))) {
			return lines.filter(line -> line.startsWith(key))
					.mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
					.findFirst()
					.orElse(0);
		} catch (IOException | java.io.UncheckedIOException _) {
			return 0;
		}
	}

	private static long startTicksOf(long pid) {
		try {
			String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
			// The command name in brackets may hold blanks: count fields from behind it.
			String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
			boolean gone = fields[STATE].equals("Z") && !otherThreadsRemain(pid);
			return gone ? GONE : Long.parseLong(fields[START_TICKS]);
		} catch (IOException _) {
			return GONE;
		}
	}

	/**
	 * A killed process is a zombie as soon as its first thread has ended; its ports stay taken until the last has (proc(5),
	 * task).
	 */
	private static boolean otherThreadsRemain(long pid) {
		try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
			return threads.count() > 1;
		} catch (IOException _) {
			return false;
		}
	}

	private static void run(String... command) {
		try {
			new ProcessBuilder(command).redirectErrorStream(true)
					.redirectOutput(ProcessBuilder.Redirect.DISCARD)
					.start()
					.waitFor();
		} catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

}
