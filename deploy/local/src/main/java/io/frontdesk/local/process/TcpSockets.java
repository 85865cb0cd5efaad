package io.frontdesk.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The system's TCP sockets and who holds them, as far as this account may see. */
final class TcpSockets {

	private static final String LISTEN = "0A";

	private static final String ESTABLISHED = "01";

	private TcpSockets() {}

	static Set<String> listeningOn(int port) {
		return those(socket -> socket[3].equals(LISTEN) && isOn(socket[1], port));
	}

	/** Whether the process can still be asked something, or can ask one of those who listen on these ports. */
	static boolean serveIn(long pid, Set<Integer> ports) {
		return holdsAny(pid, those(socket -> socket[3].equals(LISTEN) || socket[3].equals(ESTABLISHED)
				&& ports.stream().anyMatch(port -> isOn(socket[2], port))));
	}

	private static boolean isOn(String address, int port) {
		return address.endsWith(":%04X".formatted(port));
	}

	static boolean holdsAny(long pid, Set<String> sockets) {
		try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
			return files.anyMatch(file -> sockets.contains(targetOf(file)));
		} catch (IOException _) {
			return false;
		}
	}

	private static Set<String> those(Predicate<String[]> wanted) {
		return Stream.of("tcp", "tcp6")
				.flatMap(table -> linesOf(Path.of("/proc/net", table)))
				.map(line -> line.strip().split("\\s+"))
				.filter(fields -> fields.length > 9 && wanted.test(fields))
				.map(fields -> "socket:[" + fields[9] + "]")
				.collect(Collectors.toSet());
	}

	private static String targetOf(Path link) {
		try {
			return Files.readSymbolicLink(link).toString();
		} catch (IOException _) {
			return "";
		}
	}

	static Stream<String> linesOf(Path file) {
		try {
			return Files.readAllLines(file).stream();
		} catch (IOException _) {
			return Stream.empty();
		}
	}

}
