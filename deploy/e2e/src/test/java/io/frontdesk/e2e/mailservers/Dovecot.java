package io.frontdesk.e2e.mailservers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.frontdesk.local.process.Launch;
import io.frontdesk.local.process.Port;
import io.frontdesk.local.process.Server;
import io.frontdesk.local.stack.Ports;

/**
 * A Dovecot whose every address has a mailbox. It takes mail from Postfix by LMTP, and tells it who may send.
 *
 * @param capabilities what it says after login that it can; empty for all that it can
 */
record Dovecot(Path home, Certificate certificate, String capabilities, Port imaps, Port imap, Port lmtp,
		Port logins) implements Server {

	static final String PASSWORD = "frontdesk";

	static Dovecot in(Path home, Certificate certificate, String capabilities) {
		return new Dovecot(home, certificate, capabilities, port("IMAPS"), port("IMAP"), port("LMTP"), port("SASL"));
	}

	private static Port port(String name) {
		return new Port(name, Ports.freePort());
	}

	@Override
	public String name() {
		return "dovecot";
	}

	@Override
	public List<Port> ports() {
		return List.of(this.imaps, this.imap, this.lmtp, this.logins);
	}

	@Override
	public Launch prepare() throws IOException {
		var mails = Files.createDirectories(this.home.resolve("mail"));
		Owner.MAIL.owns(mails);
		Files.createDirectories(this.home.resolve("run"));
		var configuration = this.home.resolve("dovecot.conf");
		Files.writeString(configuration, configuration(mails));
		return new Launch(List.of("/usr/sbin/dovecot", "-F", "-c", configuration.toString()), Map.of(), this.home,
				log());
	}

	Path log() {
		return this.home.resolve("dovecot.log");
	}

	private String configuration(Path mails) {
		return """
				base_dir = %1$s/run
				log_path = /dev/stderr
				protocols = imap lmtp
				listen = 127.0.0.1
				ssl = required
				ssl_cert = <%2$s
				ssl_key = <%3$s
				disable_plaintext_auth = yes
				auth_mechanisms = plain login
				mail_location = maildir:%4$s/%%u
				first_valid_uid = 1
				recipient_delimiter = +
				%5$s
				passdb {
				  driver = static
				  args = password=%6$s
				}
				userdb {
				  driver = static
				  args = uid=mail gid=mail home=%4$s/%%u
				}
				namespace inbox {
				  inbox = yes
				}
				service imap-login {
				  inet_listener imap {
				    port = %7$d
				  }
				  inet_listener imaps {
				    port = %8$d
				  }
				}
				service lmtp {
				  inet_listener lmtp {
				    port = %9$d
				  }
				}
				service auth {
				  inet_listener {
				    port = %10$d
				  }
				}
				""".formatted(this.home, this.certificate.certificate(), this.certificate.key(), mails,
				this.capabilities.isEmpty() ? "" : "imap_capability = " + this.capabilities, PASSWORD,
				this.imap.number(), this.imaps.number(), this.lmtp.number(), this.logins.number());
	}

	@Override
	public boolean answers() {
		return Greeting.of(this.imap).startsWith("* OK ");
	}

}
