package io.frontdesk.http.container;

import java.nio.channels.SocketChannel;
import java.util.Objects;

import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.jspecify.annotations.Nullable;

/** Tomcat's, with a look at who connects. TLS is a proxy's: connections that it ends itself are as Tomcat has them. */
final class CountedEndpoint extends NioEndpoint {

	private @Nullable ConnectionSettings settings;

	private @Nullable OpenConnections open;

	void limit(ConnectionSettings settings, OpenConnections open) {
		this.settings = settings;
		this.open = open;
	}

	/** One thread accepts connections: nobody enters between the look and the count. */
	@Override
	protected boolean setSocketOptions(SocketChannel socket) {
		if (hasRoomFor(socket)) {
			return super.setSocketOptions(socket);
		}
		destroySocket(socket);
		return false;
	}

	@Override
	protected NioChannel createChannel(SocketBufferHandler buffer) {
		return isSSLEnabled()
				? super.createChannel(buffer)
				: new PacedChannel(buffer, Objects.requireNonNull(this.settings), Objects.requireNonNull(this.open));
	}

	private boolean hasRoomFor(SocketChannel socket) {
		var address = socket.socket().getInetAddress();
		return address == null || Objects.requireNonNull(this.open).haveRoomFor(address);
	}

}
