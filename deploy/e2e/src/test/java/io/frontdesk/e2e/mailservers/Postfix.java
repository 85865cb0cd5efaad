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
 * A Postfix that takes mail for our domains from everybody, and for anybody by submission from who logs in (RFC 6409).
 *
 * @param delimiter before a detail of an address; empty for none, as at many providers
 */
record Postfix(Path home, Certificate certificate, Dovecot dovecot, String delimiter, Port smtp,
		Port submission) implements Server {

	/** Has no mailbox. */
	static final String UNKNOWN = "unknown@example.org";

	static Postfix in(Path home, Certificate certificate, Dovecot dovecot, String delimiter) {
		return new Postfix(home, certificate, dovecot, delimiter, new Port("SMTP", Ports.freePort()),
				new Port("SUBMISSION", Ports.freePort()));
	}

	@Override
	public String name() {
		return "postfix";
	}

	@Override
	public List<Port> ports() {
		return List.of(this.smtp, this.submission);
	}

	@Override
	public Launch prepare() throws IOException {
		Owner.POSTFIX.owns(Files.createDirectories(this.home.resolve("data")));
		Files.createDirectories(this.home.resolve("spool"));
		var configuration = Files.createDirectories(this.home.resolve("conf"));
		Files.writeString(configuration.resolve("main.cf"), main());
		Files.writeString(configuration.resolve("master.cf"), services());
		return new Launch(List.of("/usr/sbin/postfix", "-c", configuration.toString(), "start-fg"), Map.of(),
				this.home, log());
	}

	Path log() {
		return this.home.resolve("postfix.log");
	}

	private String main() {
		return """
				compatibility_level = 3.6
				queue_directory = %1$s/spool
				data_directory = %1$s/data
				command_directory = /usr/sbin
				daemon_directory = /usr/lib/postfix/sbin
				mail_owner = postfix
				setgid_group = postdrop
				myhostname = mail.frontdesk.test
				inet_interfaces = 127.0.0.1
				inet_protocols = ipv4
				mynetworks =
				mydestination =
				alias_maps =
				local_recipient_maps =
				virtual_mailbox_domains = frontdesk.test, example.org, example.com
				virtual_mailbox_maps = inline:{ support@frontdesk.test=1, alice@frontdesk.test=1, carol@example.com=1,
				  dora@example.org=1 }
				virtual_transport = lmtp:inet:127.0.0.1:%2$d
				virtual_mailbox_limit = 0
				message_size_limit = 60000000
				recipient_delimiter = %3$s
				smtpd_sasl_type = dovecot
				smtpd_sasl_path = inet:127.0.0.1:%4$d
				smtpd_sasl_auth_enable = yes
				smtpd_tls_security_level = may
				smtpd_tls_auth_only = yes
				smtpd_tls_cert_file = %5$s
				smtpd_tls_key_file = %6$s
				smtpd_recipient_restrictions = permit_sasl_authenticated, reject_unauth_destination
				maillog_file = /dev/stdout
				""".formatted(this.home, this.dovecot.lmtp().number(), this.delimiter, this.dovecot.logins().number(),
				this.certificate.certificate(), this.certificate.key());
	}

	private String services() {
		return """
				%1$d inet n - n - - smtpd
				%2$d inet n - n - - smtpd
				  -o smtpd_tls_security_level=encrypt
				  -o smtpd_client_restrictions=permit_sasl_authenticated,reject
				cleanup unix n - n - 0 cleanup
				qmgr unix n - n 300 1 qmgr
				tlsmgr unix - - n 1000? 1 tlsmgr
				rewrite unix - - n - - trivial-rewrite
				bounce unix - - n - 0 bounce
				defer unix - - n - 0 bounce
				trace unix - - n - 0 bounce
				verify unix - - n - 1 verify
				proxymap unix - - n - - proxymap
				smtp unix - - n - - smtp
				error unix - - n - - error
				retry unix - - n - - error
				lmtp unix - - n - - lmtp
				anvil unix - - n - 1 anvil
				scache unix - - n - 1 scache
				postlog unix-dgram n - n - 1 postlogd
				""".formatted(this.smtp.number(), this.submission.number());
	}

	@Override
	public boolean answers() {
		return Greeting.of(this.smtp).startsWith("220 ");
	}

}
