package io.frontdesk.local.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.frontdesk.local.process.Distribution;
import io.frontdesk.local.process.Launch;
import io.frontdesk.local.process.Port;
import io.frontdesk.local.process.Server;

/** {@link MailServerMain} as a process of the stack. */
public final class MailServer implements Server {

	private final Distribution distribution;

	private final Path data;

	private final Path log;

	private final Port smtp;

	private final Port imap;

	public MailServer(Distribution distribution, Path data, Path log, Port smtp, Port imap) {
		this.distribution = distribution;
		this.data = data;
		this.log = log;
		this.smtp = smtp;
		this.imap = imap;
	}

	@Override
	public String name() {
		return "mail";
	}

	@Override
	public List<Port> ports() {
		return List.of(this.smtp, this.imap);
	}

	@Override
	public Launch prepare() throws IOException {
		List<String> command = List.of(Distribution.java(), "-Xmx640m", "-XX:+UseSerialGC", "-XX:MinHeapFreeRatio=10",
				"-XX:MaxHeapFreeRatio=25", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
				"-Dorg.slf4j.simpleLogger.showDateTime=true", "-cp", ownClasses() + ":" + this.distribution.libraries(),
				MailServerMain.class.getName(), this.data.toString(), Integer.toString(this.smtp.number()),
				Integer.toString(this.imap.number()));
		return new Launch(command, Map.of(), this.data, this.log);
	}

	private static Path ownClasses() throws IOException {
		try {
			return Path.of(MailServerMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		} catch (URISyntaxException ex) {
			throw new IOException(ex);
		}
	}

	@Override
	public boolean answers() {
		return greets(this.smtp, "220 ") && greets(this.imap, "* OK ");
	}

	private static boolean greets(Port port, String greeting) {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port.number()), 1000);
			socket.setSoTimeout(2000);
			String line = new BufferedReader(
					new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
					.readLine();
			return line != null && line.startsWith(greeting);
		} catch (IOException _) {
			return false;
		}
	}

}
