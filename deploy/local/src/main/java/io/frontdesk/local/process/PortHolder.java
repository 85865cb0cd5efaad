package io.frontdesk.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who listens on a port, as far as this account may see. */
public record PortHolder(long pid, String name) {

	private static final String LISTEN = "0A";

	public static boolean isFree(int port) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
			return true;
		} catch (IOException _) {
			return false;
		}
	}

	public static Optional<PortHolder> of(int port) {
		Set<String> sockets = Stream.of("tcp", "tcp6")
				.flatMap(table -> linesOf(Path.of("/proc/net", table)))
				.map(line -> line.strip().split("\\s+"))
				.filter(fields -> fields.length > 9 && fields[3].equals(LISTEN))
				.filter(fields -> fields[1].endsWith(":%04X".formatted(port)))
				.map(fields -> "socket:[" + fields[9] + "]")
				.collect(Collectors.toSet());
		return ProcessHandle.allProcesses()
				.filter(process -> holdsAny(process.pid(), sockets))
				.findFirst()
				.map(process -> new PortHolder(process.pid(), commandOf(process.pid())));
	}

	private static boolean holdsAny(long pid, Set<String> sockets) {
		try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
			return files.anyMatch(file -> sockets.contains(targetOf(file)));
		} catch (IOException _) {
			return false;
		}
	}

	private static String targetOf(Path link) {
		try {
			return Files.readSymbolicLink(link).toString();
		} catch (IOException _) {
			return "";
		}
	}

	private static String commandOf(long pid) {
		return linesOf(Path.of("/proc", Long.toString(pid), "comm")).findFirst().orElse("?");
	}

	private static Stream<String> linesOf(Path file) {
		try {
			return Files.readAllLines(file).stream();
		} catch (IOException _) {
			return Stream.empty();
		}
	}

}
