package io.frontdesk.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Who listens on a port, as far as this account may see. */
public record PortHolder(long pid, String name) {

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
		Set<String> sockets = TcpSockets.listeningOn(port);
		return ProcessHandle.allProcesses()
				.filter(process -> TcpSockets.holdsAny(process.pid(), sockets))
				.findFirst()
				.map(process -> new PortHolder(process.pid(), commandOf(process.pid())));
	}

	private static String commandOf(long pid) {
		return TcpSockets.linesOf(Path.of("/proc", Long.toString(pid), "comm")).findFirst().orElse("?");
	}

}
