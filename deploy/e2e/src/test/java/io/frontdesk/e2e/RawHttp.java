package io.frontdesk.e2e;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** One request, byte by byte: what a client library would correct or not even send. */
record RawHttp(String url) {

	private static final int PIECE = 64 * 1024;

	private static final int PATIENCE_MILLIS = 60_000;

	/** A head whose lines end as they should, with Host and the end of the connection. */
	String head(String start, String... lines) {
		return start + " HTTP/1.1\r\nHost: " + URI.create(this.url).getAuthority() + "\r\nConnection: close\r\n"
				+ Arrays.stream(lines).map(line -> line + "\r\n").collect(Collectors.joining()) + "\r\n";
	}

	Answer send(String head, byte[] body) {
		return send(head, (out, _) -> {
			out.write(body);
			return body.length;
		});
	}

	/** Goes on until all of it is sent, or there is an answer. */
	Answer flood(String head, byte[] before, long bytes, boolean chunked) {
		return send(head, (out, socket) -> {
			piece(out, before, before.length, chunked);
			var piece = new byte[PIECE];
			Arrays.fill(piece, (byte) 'x');
			var sent = (long) before.length;
			while (sent < bytes && socket.getInputStream().available() == 0) {
				piece(out, piece, piece.length, chunked);
				sent += piece.length;
			}
			// Else the server would wait for the rest, to read it before it closes.
			socket.shutdownOutput();
			return sent;
		});
	}

	/** Of an answer that does not end by itself. */
	Answer firstBytes(String head) {
		var target = URI.create(this.url);
		try (var socket = new Socket(target.getHost(), target.getPort())) {
			socket.setSoTimeout(PATIENCE_MILLIS);
			socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
			var first = new byte[PIECE];
			var read = socket.getInputStream().read(first);
			return Answer.parse(new String(first, 0, Math.max(read, 0), StandardCharsets.UTF_8), 0);
		} catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void piece(OutputStream out, byte[] piece, int length, boolean chunked) throws IOException {
		if (length == 0) {
			return;
		}
		if (chunked) {
			out.write((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
		}
		out.write(piece, 0, length);
		if (chunked) {
			out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
		}
	}

	private Answer send(String head, Body body) {
		var target = URI.create(this.url);
		try (var socket = new Socket(target.getHost(), target.getPort())) {
			socket.setSoTimeout(PATIENCE_MILLIS);
			var out = socket.getOutputStream();
			out.write(head.getBytes(StandardCharsets.ISO_8859_1));
			var sent = body.write(out, socket);
			out.flush();
			return Answer.parse(read(socket), sent);
		} catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What came before the other side closed, however it did. */
	private static String read(Socket socket) throws IOException {
		var received = new ByteArrayOutputStream();
		try {
			socket.getInputStream().transferTo(received);
		} catch (SocketException ex) {
			// after a refusal the rest of the body is not read, which resets the connection
		}
		return received.toString(StandardCharsets.UTF_8);
	}

	private interface Body {

		/** @return how many bytes were sent */
		long write(OutputStream out, Socket socket) throws IOException;

	}

	/** @param sent bytes of the request's body */
	record Answer(int status, String contentType, String body, long sent) {

		private static Answer parse(String text, long sent) {
			var end = text.indexOf("\r\n\r\n");
			if (end < 0) {
				return new Answer(0, "", text, sent);
			}
			var head = text.substring(0, end);
			var type = head.lines()
					.filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-type:"))
					.findFirst()
					.map(line -> line.substring(line.indexOf(':') + 1).strip())
					.orElse("");
			return new Answer(Integer.parseInt(head.substring(9, 12)), type, json(text.substring(end + 4)), sent);
		}

		/** Without the sizes of chunks: a problem is one object. */
		private static String json(String body) {
			var from = body.indexOf('{');
			var to = body.lastIndexOf('}');
			return (from >= 0 && to > from) ? body.substring(from, to + 1) : body;
		}

	}

}
