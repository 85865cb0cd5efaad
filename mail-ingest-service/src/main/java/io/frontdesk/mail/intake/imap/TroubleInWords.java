package io.frontdesk.mail.intake.imap;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.springframework.dao.DataAccessException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.transaction.TransactionException;

import io.frontdesk.mail.intake.IntakeSettings.Mailbox;
import io.frontdesk.mail.intake.IntakeSettings.Mailbox.Security;

/** What is wrong with a mailbox, and what to do, for whoever runs Frontdesk. The table of them is in docs/mail.md. */
final class TroubleInWords {

	private TroubleInWords() {}

	static String of(Mailbox mailbox, Exception failure) {
		return switch (failure) {
			case OAuth2AuthorizationException refusal -> ofToken(mailbox, refusal);
			case AuthenticationFailedException refusal -> ofLogin(mailbox, refusal);
			case FolderNotFoundException _ -> """
					There is no folder %s on the server. Make it there, or set FOLDER to one that there is; \
					some servers want INBOX. in front""".formatted(mailbox.folder());
			case ImapLogin.CaFileException unreadable -> """
					%s. Write the certificate of the server's CA into it, between BEGIN CERTIFICATE and END CERTIFICATE\
					""".formatted(unreadable.getMessage());
			case MessagingException broken -> ofConnection(mailbox, broken);
			case IOException full ->
				"""
						The mails can't be stored in the blob store: %s. Make room on its disk, or give the service the right \
						to write there; until then they stay on the server"""
						.formatted(ServerWords.of(full));
			case DataAccessException _,TransactionException _ ->
				"""
						Frontdesk's own database does not take the mails. See that PostgreSQL runs and has room; until then \
						they stay on the server""";
			default -> "The mails can't be taken, by a fault in Frontdesk: %s. The log of mail-ingest-service has more"
					.formatted(ServerWords.of(failure));
		};
	}

	private static String ofToken(Mailbox mailbox, OAuth2AuthorizationException refusal) {
		var error = refusal.getError();
		var words = ServerWords.of(error.getDescription() != null ? error.getDescription() : error.getErrorCode());
		var advice = switch (error.getErrorCode()) {
			case "invalid_grant" -> """
					The consent has ended or was withdrawn: let the owner of the mailbox give it again, and set \
					OAUTH_REFRESHTOKEN""";
			case "invalid_client", "unauthorized_client" -> """
					Check OAUTH_CLIENTID and OAUTH_CLIENTSECRET; a secret may have ended""";
			case "invalid_scope" -> "Check OAUTH_SCOPES";
			case "invalid_token_response" -> "Check OAUTH_TOKENURI, and that this machine may reach it";
			default -> "Check the settings OAUTH_…";
		};
		return "No access token is given for %s: %s. %s".formatted(mailbox.username(), words, advice);
	}

	private static String ofLogin(Mailbox mailbox, AuthenticationFailedException refusal) {
		var said = String.valueOf(refusal.getMessage()).toUpperCase(Locale.ROOT);
		var words = ServerWords.of(refusal);
		if (said.contains("[UNAVAILABLE]") || said.contains("TEMPORARY")) {
			return "The server can't check logins at the moment: %s. It is tried again".formatted(words);
		}
		if (isLimit(said)) {
			return ofLimit(words);
		}
		if (said.contains("PRIVACYREQUIRED") || said.contains("PLAINTEXT") || said.contains("LOGIN DISABLED")) {
			return ofNoLogin(mailbox);
		}
		return "The server refuses the login of %s: %s. %s".formatted(mailbox.username(), words,
				(mailbox.oauth() != null)
						? "Check that the token is for this mailbox, that OAUTH_SCOPES are those of IMAP, and that IMAP is switched on for it"
						: "Check USERNAME and PASSWORD; with a second factor it is a password for programs that is wanted, or OAuth, and IMAP may have to be switched on");
	}

	private static String ofNoLogin(Mailbox mailbox) {
		if (mailbox.oauth() != null) {
			return "The server offers no login by OAuth2 (XOAUTH2) at %s. Set PASSWORD in place of OAUTH_…"
					.formatted(at(mailbox));
		}
		return (mailbox.security() == Security.NONE)
				? "The server takes no password that is not encrypted. Set SECURITY to tls or starttls"
				: "The server takes no password at %s, only other kinds of login. Set OAUTH_… if it knows OAuth2"
						.formatted(at(mailbox));
	}

	private static boolean isLimit(String said) {
		return said.contains("[LIMIT]") || said.contains("TOO MANY") || said.contains("MAXIMUM NUMBER OF CONNECTIONS");
	}

	private static String ofLimit(String words) {
		return """
				The server lets nobody more in: %s. Close other mail programs of this login, or raise the server's limit of \
				connections for a user and address"""
				.formatted(words);
	}

	private static String ofConnection(Mailbox mailbox, MessagingException failure) {
		var causes = causes(failure);
		var certificate = causes.stream().filter(CertificateException.class::isInstance).findFirst();
		if (certificate.isPresent()) {
			return ofCertificate(mailbox, certificate.get());
		}
		for (var cause : causes) {
			switch (cause) {
				case UnknownHostException _ -> {
					return "There is no host %s. Check HOST, and the DNS of this machine".formatted(mailbox.host());
				}
				case SSLException tls -> {
					return ofTls(mailbox, tls);
				}
				case NoRouteToHostException _ -> {
					return "There is no way to %s in the network. Check HOST, PORT, and firewalls in between"
							.formatted(at(mailbox));
				}
				case ConnectException refused when !isTimeout(refused) -> {
					return """
							Nobody listens at %s. Check HOST and PORT (993 with tls, 143 with starttls), and that the server \
							runs"""
							.formatted(at(mailbox));
				}
				case SocketTimeoutException _,ConnectException _ -> {
					return ofSilence(mailbox, failure);
				}
				default -> {
				}
			}
		}
		return ofConversation(mailbox, failure);
	}

	private static boolean isTimeout(ConnectException failure) {
		return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("timed out");
	}

	private static String ofSilence(Mailbox mailbox, MessagingException failure) {
		if (failure instanceof MailConnectException) {
			return "%s does not answer within 10 s. Check HOST and PORT, and firewalls in between"
					.formatted(at(mailbox));
		}
		if (failure.getCause() instanceof IOException && mailbox.security() != Security.TLS) {
			return "%s says nothing. If it expects TLS from the first byte, as on port 993, set SECURITY to tls"
					.formatted(at(mailbox));
		}
		return "%s stopped answering for 60 s. It is tried again".formatted(at(mailbox));
	}

	private static String ofCertificate(Mailbox mailbox, Throwable failure) {
		var reasons = causes(failure);
		if (reasons.stream().anyMatch(CertificateExpiredException.class::isInstance)) {
			return "The certificate of %s has ended. Have it renewed there".formatted(mailbox.host());
		}
		if (reasons.stream().anyMatch(CertificateNotYetValidException.class::isInstance)) {
			return "The certificate of %s is not valid yet. Check the clocks of both machines"
					.formatted(mailbox.host());
		}
		if (reasons.stream()
				.anyMatch(reason -> reason instanceof CertPathBuilderException
						|| reason instanceof CertPathValidatorException)) {
			return """
					The certificate of %s is signed by nobody whom Frontdesk trusts. If it is of a CA of your own, name \
					the CA's certificate in CAFILE"""
					.formatted(mailbox.host());
		}
		return ofOtherName(mailbox);
	}

	private static String ofOtherName(Mailbox mailbox) {
		return """
				The certificate of the server is for other names than %s. Set HOST to one that is in it, or have this one \
				added"""
				.formatted(mailbox.host());
	}

	private static String ofTls(Mailbox mailbox, SSLException failure) {
		var said = String.valueOf(failure.getMessage());
		if (said.contains("Unsupported or unrecognized SSL message") || said.contains("plaintext connection")) {
			return "%s does not speak TLS from the first byte. Set SECURITY to starttls, and PORT to 143"
					.formatted(at(mailbox));
		}
		return "TLS with %s comes to nothing: %s. The server may know only versions of TLS that are no longer safe"
				.formatted(at(mailbox), ServerWords.of(failure));
	}

	private static String ofConversation(Mailbox mailbox, MessagingException failure) {
		var said = String.valueOf(failure.getMessage());
		if (said.contains("STARTTLS")) {
			return "%s offers no STARTTLS. Set SECURITY to tls, and PORT to 993".formatted(at(mailbox));
		}
		if (said.contains("No login methods supported")) {
			return ofNoLogin(mailbox);
		}
		if (said.contains("Server identity does not match")) {
			return ofOtherName(mailbox);
		}
		if (isLimit(said.toUpperCase(Locale.ROOT))) {
			return ofLimit(ServerWords.of(said));
		}
		return UidCommands.isRefusal(failure)
				? "%s refuses what it must be able to do: %s".formatted(at(mailbox), ServerWords.of(said))
				: ofBreak(mailbox, said);
	}

	private static String ofBreak(Mailbox mailbox, String said) {
		if (said.contains(SocketTimeoutException.class.getSimpleName())) {
			return "%s stopped answering for 60 s. It is tried again".formatted(at(mailbox));
		}
		return said.contains("BYE") && !said.contains("Exception")
				? "%s ended the connection: %s. It is tried again".formatted(at(mailbox), ServerWords.of(said))
				: "The connection to %s broke. It is tried again; if it lasts, look at that server's log and at firewalls in between"
						.formatted(at(mailbox));
	}

	static String ofTidying(Mailbox mailbox, MessagingException failure) {
		if (failure instanceof Tidying.UntidyException) {
			return "Mail is taken, but stays in the folder %s: %s"
					.formatted(mailbox.folder(), failure.getMessage());
		}
		if (UidCommands.isBroken(failure)) {
			return "Mail is taken, but can't be moved to the folder %s: the connection broke. It is tried again"
					.formatted(mailbox.processed());
		}
		return "Mail is taken, but can't be moved to the folder %s: %s. %s".formatted(mailbox.processed(),
				ServerWords.of(failure),
				adviceOnTidying(String.valueOf(failure.getMessage()).toUpperCase(Locale.ROOT)));
	}

	private static String adviceOnTidying(String said) {
		if (said.contains("QUOTA")) {
			return "Make room in the mailbox, or raise its quota";
		}
		if (said.contains("NOPERM") || said.contains("PERMISSION") || said.contains("READ-ONLY")
				|| said.contains("READ ONLY") || said.contains("ACL")) {
			return "Give the login the right to write to that folder, or set PROCESSED to another";
		}
		if (said.contains("NAMESPACE") || said.contains("PREFIX") || said.contains("TRYCREATE")
				|| said.contains("INVALID MAILBOX NAME")) {
			return "Make that folder on the server, or set PROCESSED to the name that the server wants, such as INBOX.Processed";
		}
		return "See what is wrong with that folder on the server, or set PROCESSED to another";
	}

	static String ofRefusal(Mailbox mailbox, long uid, String words) {
		return """
				The server does not give the mail with UID %d in %s: %s. Open it with another program, and move it out of \
				that folder"""
				.formatted(uid, mailbox.folder(), words);
	}

	static String ofBrokenOff(Mailbox mailbox, PartialMail mail) {
		return """
				The connection to %s breaks each time after %,d bytes of this mail: a firewall or virus scanner on the way \
				cuts it, or the server itself. What came is its source here; the mail stays in %s as UID %d and is fetched \
				again every hour. Let it pass there; or release what came, and the rest is no longer fetched\
				"""
				.formatted(mailbox.host(), mail.size(), mailbox.folder(), mail.uid());
	}

	static String ofAside(int mails) {
		return "%d mail(s) can't be fetched whole, as the connection breaks at one place of them each time. What came is in quarantine, where each says what to do"
				.formatted(mails);
	}

	private static String at(Mailbox mailbox) {
		return "%s:%d".formatted(mailbox.host(), mailbox.port());
	}

	private static List<Throwable> causes(Throwable failure) {
		return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause).limit(20).toList();
	}

}
