package io.frontdesk.http.container;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.jspecify.annotations.Nullable;

/** All that comes and goes passes here: heads, bodies, and what is left of a body that nobody wanted. */
final class PacedChannel extends NioChannel {

	private final OpenConnections open;

	private final Pace in;

	private final Pace out;

	private @Nullable InetAddress client;

	PacedChannel(SocketBufferHandler buffer, ConnectionSettings settings, OpenConnections open) {
		super(buffer);
		this.open = open;
		this.in = new Pace(settings);
		this.out = new Pace(settings);
	}

	/** Tomcat uses a channel for one connection after the other; without a socket it lies in store. */
	@Override
	public void reset(@Nullable SocketChannel socket, @Nullable NioSocketWrapper wrapper) throws IOException {
		super.reset(socket, wrapper);
		leave();
		this.in.restart();
		this.out.restart();
		var address = (socket != null) ? socket.socket().getInetAddress() : null;
		if (address != null) {
			this.open.enter(address);
			this.client = address;
		}
	}

	@Override
	public void close() throws IOException {
		leave();
		super.close();
	}

	@Override
	public int read(ByteBuffer to) throws IOException {
		var bytes = super.read(to);
		if (bytes >= 0) {
			this.in.moved(bytes, System.nanoTime());
		}
		if (bytes > 0) {
			this.out.restart();
		}
		return bytes;
	}

	@Override
	public int write(ByteBuffer from) throws IOException {
		if (!from.hasRemaining()) {
			return 0;
		}
		var bytes = super.write(from);
		this.out.moved(bytes, System.nanoTime());
		if (bytes > 0) {
			this.in.restart();
		}
		return bytes;
	}

	private void leave() {
		if (this.client != null) {
			this.open.leave(this.client);
			this.client = null;
		}
	}

}
