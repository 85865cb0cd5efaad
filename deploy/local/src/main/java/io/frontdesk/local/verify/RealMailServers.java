package io.frontdesk.local.verify;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/** Dovecot and Postfix, which the tests of the group {@code mail-servers} start for themselves. */
final class RealMailServers {

	private RealMailServers() {}

	/** Installs Debian's packages where that is possible, else says how to. Both servers want to be started by root. */
	static boolean present() throws IOException, InterruptedException {
		if (!System.getProperty("user.name").equals("root")) {
			System.err.println("Dovecot and Postfix must be started by root: run this as root, in a container say.");
			return false;
		}
		if (installed()) {
			return true;
		}
		if (!Debian.installs()) {
			System.err.println("This needs Dovecot (IMAP and LMTP), Postfix and openssl. Install them and try again.");
			return false;
		}
		System.out.println("Installing Dovecot and Postfix …");
		return Debian.install(List.of("dovecot-imapd", "dovecot-lmtpd", "postfix", "openssl")) && installed();
	}

	private static boolean installed() {
		return Stream.of("dovecot", "postfix", "openssl").allMatch(Debian::hasProgram);
	}

}
