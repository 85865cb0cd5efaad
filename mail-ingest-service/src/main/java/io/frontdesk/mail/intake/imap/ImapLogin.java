package io.frontdesk.mail.intake.imap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

import io.frontdesk.mail.intake.IntakeSettings.Mailbox;

/** How a mailbox is connected to. */
final class ImapLogin {

	private ImapLogin() {}

	/**
	 * @param secret the password, or an access token where the mailbox has OAuth
	 * @throws jakarta.mail.AuthenticationFailedException if the server does not take the secret
	 */
	static IMAPStore logIn(Mailbox mailbox, String secret) throws MessagingException {
		var protocol = (mailbox.security() == Mailbox.Security.TLS) ? "imaps" : "imap";
		var store = (IMAPStore) Session.getInstance(properties(mailbox, protocol)).getStore(protocol);
		try {
			store.connect(mailbox.host(), mailbox.port(), mailbox.username(), secret);
			return store;
		} catch (MessagingException ex) {
			store.close();
			throw ex;
		}
	}

	private static Properties properties(Mailbox mailbox, String protocol) throws MessagingException {
		var properties = new Properties();
		var prefix = "mail.%s.".formatted(protocol);
		properties.put(prefix + "connectiontimeout", "10000");
		properties.put(prefix + "timeout", "60000");
		properties.put(prefix + "allowreadonlyselect", "true");
		if (mailbox.oauth() != null) {
			properties.put(prefix + "auth.mechanisms", "XOAUTH2");
		}
		properties.put(prefix + "starttls.enable", mailbox.security() == Mailbox.Security.STARTTLS);
		properties.put(prefix + "starttls.required", mailbox.security() == Mailbox.Security.STARTTLS);
		properties.put(prefix + "ssl.checkserveridentity", "true");
		if (mailbox.caFile() != null) {
			properties.put(prefix + "ssl.socketFactory", trusting(mailbox.caFile()));
			// else what is wrong is hidden by what Java's own trust says next
			properties.put(prefix + "socketFactory.fallback", "false");
		}
		return properties;
	}

	private static SSLSocketFactory trusting(Path caFile) throws CaFileException {
		try {
			var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
			trusted.load(null, null);
			var own = PemContent.load(caFile).getCertificates();
			for (var certificate : Stream.concat(own.stream(), javasOwn().stream()).toList()) {
				trusted.setCertificateEntry("ca-" + trusted.size(), certificate);
			}
			var context = SSLContext.getInstance("TLS");
			context.init(null, trustManagers(trusted), null);
			return context.getSocketFactory();
		} catch (IOException | GeneralSecurityException | UncheckedIOException | IllegalStateException
				| IllegalArgumentException ex) {
			throw new CaFileException(caFile, ex);
		}
	}

	private static List<X509Certificate> javasOwn() throws GeneralSecurityException {
		var certificates = new ArrayList<X509Certificate>();
		for (var manager : trustManagers(null)) {
			if (manager instanceof X509TrustManager trust) {
				certificates.addAll(List.of(trust.getAcceptedIssuers()));
			}
		}
		return certificates;
	}

	private static TrustManager[] trustManagers(@Nullable KeyStore trusted) throws GeneralSecurityException {
		var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init(trusted);
		return factory.getTrustManagers();
	}

	static final class CaFileException extends MessagingException {

		private static final long serialVersionUID = 1L;

		CaFileException(Path file, Exception cause) {
			super("The file %s, named by CAFILE, has no certificates in PEM that can be read".formatted(file), cause);
		}

	}

}
