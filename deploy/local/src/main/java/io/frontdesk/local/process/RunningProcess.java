package io.frontdesk.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A process known by its id and the tick it started at, so that a reused id is never taken for it. */
public record RunningProcess(long pid, long startTicks) {

	private static final int STATE = 0;

	private static final int USER_TICKS = 11;

	private static final int SYSTEM_TICKS = 12;

	private static final int START_TICKS = 19;

	/** Linux counts in hundredths of a second, on every machine (time(7), USER_HZ). */
	private static final Duration TICK = Duration.ofMillis(10);

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

	/** Whether it neither listens nor is connected to those on these ports: it can do nothing any longer for anybody. */
	public boolean hasLetGoOf(Set<Integer> ports) {
		return !TcpSockets.serveIn(this.pid, ports);
	}

	public List<String> arguments() {
		return ProcessHandle.of(this.pid).flatMap(process -> process.info().arguments()).map(List::of)
				.orElse(List.of());
	}

	/** What it and its children have had of the processors. */
	Duration computed() {
		return TICK.multipliedBy(LongStream.concat(LongStream.of(this.pid), LongStream.of(children()))
				.mapToObj(RunningProcess::statOf)
				.mapToLong(stat -> (stat.length > SYSTEM_TICKS)
						? Long.parseLong(stat[USER_TICKS]) + Long.parseLong(stat[SYSTEM_TICKS])
						: 0)
				.sum());
	}

	private long[] children() {
		return ProcessHandle.of(this.pid)
				.stream()
				.flatMap(ProcessHandle::descendants)
				.mapToLong(ProcessHandle::pid)
				.toArray();
	}

	/**
	 * Resident kilobytes. A process with children (PostgreSQL) counts its proportional share, or shared buffers would
	 * count once per child.
	 */
	public long residentKilobytes() {
		long[] children = children();
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
		String[] stat = statOf(pid);
		boolean gone = stat.length <= START_TICKS || stat[STATE].equals("Z") && !otherThreadsRemain(pid);
		return gone ? GONE : Long.parseLong(stat[START_TICKS]);
	}

	/** Its fields from the state on; none when there is no such process. */
	private static String[] statOf(long pid) {
		try {
			String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
			// The command name in brackets may hold blanks: count fields from behind it.
			return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
		} catch (IOException _) {
			return new String[0];
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
