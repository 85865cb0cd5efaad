package io.frontdesk.local.mail;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.util.StreamProvider;
import org.eclipse.angus.mail.util.MailStreamProvider;

/**
 * SMTP and IMAP for development: GreenMail's protocols over a store on disk. Takes mail for anyone; a mailbox's login
 * and password are both its address; mail to name+detail is the mailbox name's (RFC 5233).
 */
public final class MailServerMain {

	private MailServerMain() {}

	/** Arguments: the data folder, the SMTP port, the IMAP port. */
	public static void main(String[] args) throws IOException, InterruptedException {
		// Jakarta Mail would look through all jars for it with each mail that it reads.
		System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
		DiskStore store = DiskStore.open(Path.of(args[0]));
		Runtime.getRuntime().addShutdownHook(new Thread(store::close));
		PostOffice office = new PostOffice(store);
		run(new SmtpFrontDoor(setup(args[1], ServerSetup.PROTOCOL_SMTP), office), Duration.ofMinutes(5));
		run(new ImapFrontDoor(setup(args[2], ServerSetup.PROTOCOL_IMAP), office), Duration.ofMinutes(30));
	}

	private static ServerSetup setup(String port, String protocol) {
		return new ServerSetup(Integer.parseInt(port), "127.0.0.1", protocol);
	}

	private static void run(AbstractServer server, Duration idle) throws InterruptedException {
		server.setClientSocketTimeout((int) idle.toMillis());
		server.startService();
		if (!server.waitTillRunning(Duration.ofSeconds(10).toMillis())) {
			throw new IllegalStateException(server + " does not run");
		}
	}

}
