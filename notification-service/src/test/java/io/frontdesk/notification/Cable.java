package io.frontdesk.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Leads to a server, and can be cut. */
public final class Cable implements AutoCloseable {

	private final int server;

	private final ServerSocket plug;

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private final AtomicInteger connections = new AtomicInteger();

	private volatile boolean cut;

	public Cable(int server) throws IOException {
		this.server = server;
		this.plug = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		Thread.ofVirtual().start(this::accept);
	}

	public int port() {
		return this.plug.getLocalPort();
	}

	/** How often somebody got through. */
	public int connections() {
		return this.connections.get();
	}

	public void cut() {
		this.cut = true;
		hangUp();
	}

	/** As a server does to whoever says nothing for long. */
	public void hangUp() {
		this.open.forEach(Cable::close);
		this.open.clear();
	}

	public void mend() {
		this.cut = false;
	}

	private void accept() {
		while (!this.plug.isClosed()) {
			try {
				var client = this.plug.accept();
				if (this.cut) {
					client.close();
					continue;
				}
				var onward = new Socket(InetAddress.getLoopbackAddress(), this.server);
				this.connections.incrementAndGet();
				this.open.add(client);
				this.open.add(onward);
				Thread.ofVirtual().start(() -> carry(client, onward));
				Thread.ofVirtual().start(() -> carry(onward, client));
			} catch (IOException _) {
				// closed, or one that is gone before it began
			}
		}
	}

	private static void carry(Socket from, Socket to) {
		try (from; to) {
			from.getInputStream().transferTo(to.getOutputStream());
		} catch (IOException _) {
			// cut, or one end hung up
		}
	}

	private static void close(Socket socket) {
		try {
			socket.close();
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		this.plug.close();
		hangUp();
	}

}
