package io.frontdesk.http.container;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A client that keeps to no rule of HTTP. */
public final class RawConnection implements Closeable {

	private static final int PATIENCE_MILLIS = 20_000;

	private static final int GLANCE_MILLIS = 20;

	private static final int SMALL = 4096;

	private final Socket socket = new Socket();

	public RawConnection(int port) {
		try {
			this.socket.setReceiveBufferSize(SMALL);
			this.socket.setTcpNoDelay(true);
			this.socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Nothing happens if the other side has hung up. */
	public RawConnection send(String text) {
		try {
			this.socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
		} catch (SocketException _) {
			// hasEnded tells.
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return this;
	}

	/** All that comes until the other side hangs up. */
	public String answer() {
		try {
			this.socket.setSoTimeout(PATIENCE_MILLIS);
			return new String(this.socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		} catch (SocketException ex) {
			return ex.toString();
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What comes next, at most so many bytes. */
	public String read(int bytes) {
		try {
			this.socket.setSoTimeout(PATIENCE_MILLIS);
			return new String(this.socket.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Whether the other side has hung up. */
	public boolean hasEnded() {
		return hasEnded(new StringBuilder());
	}

	/** @param said takes what else it says */
	public boolean hasEnded(StringBuilder said) {
		try {
			this.socket.setSoTimeout(GLANCE_MILLIS);
			var buffer = new byte[SMALL];
			var read = this.socket.getInputStream().read(buffer);
			said.append(new String(buffer, 0, Math.max(read, 0), StandardCharsets.UTF_8));
			return read < 0;
		} catch (SocketTimeoutException _) {
			return false;
		} catch (SocketException _) {
			return true;
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
