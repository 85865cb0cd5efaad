package io.frontdesk.notification.outbound.smtp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Properties;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import jakarta.mail.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

import io.frontdesk.notification.outbound.OutboundSettings;
import io.frontdesk.notification.outbound.OutboundSettings.Security;

/** How we speak SMTP: what Jakarta Mail is told of TLS and names, from our settings and Spring's. */
@Component
class SmtpSessions {

	private static final int TLS_FROM_THE_START = 465;

	private final JavaMailSenderImpl sender;

	private final OutboundSettings settings;

	private final Session plain;

	private final Session utf8;

	SmtpSessions(JavaMailSenderImpl sender, OutboundSettings settings) {
		this.sender = sender;
		this.settings = settings;
		var caFile = settings.connection().caFile();
		var trusted = (caFile != null) ? trusting(caFile) : null;
		this.plain = session(trusted, false);
		this.utf8 = session(trusted, true);
	}

	/** @param utf8 whether addresses may have a local part beyond ASCII (RFC 6531) */
	Session session(boolean utf8) {
		return utf8 ? this.utf8 : this.plain;
	}

	private Session session(@Nullable SSLSocketFactory trusted, boolean utf8) {
		var properties = new Properties();
		properties.putAll(this.sender.getJavaMailProperties());
		properties.setProperty("mail.smtp.localhost", this.settings.ehloName());
		properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
		properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(security() != Security.NONE));
		properties.setProperty("mail.smtp.starttls.required", Boolean.toString(isTlsRequired()));
		properties.setProperty("mail.mime.allowutf8", Boolean.toString(utf8));
		if (trusted != null) {
			properties.put("mail.smtp.ssl.socketFactory", trusted);
		}
		return Session.getInstance(properties);
	}

	SmtpConversation conversation(boolean utf8) {
		return new SmtpConversation(session(utf8), security() == Security.TLS);
	}

	/** A password never crosses the wire in the clear, unless we are told so. */
	private boolean isTlsRequired() {
		return security() == Security.STARTTLS || security() == Security.OFFERED && this.sender.getUsername() != null;
	}

	private Security security() {
		var security = this.settings.connection().security();
		return (security == Security.OFFERED && this.sender.getPort() == TLS_FROM_THE_START) ? Security.TLS : security;
	}

	/** Besides the CAs that Java trusts. */
	private static SSLSocketFactory trusting(Path caFile) {
		try (var in = Files.newInputStream(caFile)) {
			var cas = KeyStore.getInstance(KeyStore.getDefaultType());
			cas.load(null, null);
			for (var known : javas()) {
				cas.setCertificateEntry(known.getSubjectX500Principal().getName() + known.getSerialNumber(), known);
			}
			for (var more : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
				cas.setCertificateEntry("file " + cas.size(), more);
			}
			var context = SSLContext.getInstance("TLS");
			context.init(null, managers(cas), null);
			return context.getSocketFactory();
		} catch (IOException | GeneralSecurityException ex) {
			throw new IllegalStateException(
					"frontdesk.outbound.connection.ca-file: %s is no file of certificates in PEM (%s)".formatted(caFile,
							ex),
					ex);
		}
	}

	private static X509Certificate[] javas() throws GeneralSecurityException {
		return Arrays.stream(managers(null))
				.filter(X509TrustManager.class::isInstance)
				.map(X509TrustManager.class::cast)
				.findFirst()
				.orElseThrow()
				.getAcceptedIssuers();
	}

	private static TrustManager[] managers(@Nullable KeyStore cas) throws GeneralSecurityException {
		var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		factory.init(cas);
		return factory.getTrustManagers();
	}

}
