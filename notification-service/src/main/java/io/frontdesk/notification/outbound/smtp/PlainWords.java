package io.frontdesk.notification.outbound.smtp;

import java.io.FileNotFoundException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.NoSuchFileException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import javax.net.ssl.SSLException;

import jakarta.mail.MessagingException;

/** Says of a failure what is wrong and what to do; docs/mail.md lists the sentences. */
final class PlainWords {

	private final String host;

	private final int port;

	PlainWords(String host, int port) {
		this.host = host;
		this.port = port;
	}

	/** What a server says of a recipient or a mail is told as it is. */
	String of(SmtpFailure failure) {
		return failure.isAnswered() ? failure.words() : silent(failure);
	}

	String aboutUs(SmtpFailure failure) {
		return failure.isAnswered()
				? "%s. The server said: %s".formatted(advice(failure), failure.words())
				: silent(failure);
	}

	private String advice(SmtpFailure failure) {
		if (failure.code() == 530) {
			return failure.words().toLowerCase(Locale.ROOT).contains("tls")
					? "The mail server wants TLS: set FRONTDESK_OUTBOUND_CONNECTION_SECURITY to starttls, or leave it out"
					: "The mail server wants a login: set SPRING_MAIL_USERNAME and SPRING_MAIL_PASSWORD";
		}
		if (!failure.isForEver() && failure.step() != Step.LOGIN) {
			return "The mail server takes no mail for now";
		}
		return switch (failure.step()) {
			case GREETING -> "The mail server %s takes no connection of this machine".formatted(place());
			case HELLO -> "The mail server does not like our name: set FRONTDESK_OUTBOUND_CONNECTION_EHLONAME to this "
					+ "machine's name in DNS";
			case STARTTLS -> "The mail server offers TLS and does not do it";
			case LOGIN -> "The mail server refuses our login: check SPRING_MAIL_USERNAME and SPRING_MAIL_PASSWORD, and "
					+ "whether it wants a password for programs";
			case SENDER -> "The mail server takes no mail from us: check that this login or machine may send as "
					+ "FRONTDESK_OUTBOUND_ADDRESS; if it refuses automatic mail only, set "
					+ "FRONTDESK_OUTBOUND_CONNECTION_NULLRETURNPATH to false";
			case RECIPIENT, DATA, CONTENT ->
				"The mail server takes no mail of ours: it must let this login or machine send to others";
		};
	}

	private String silent(SmtpFailure failure) {
		var causes = causes(failure.cause());
		return causes.stream()
				.map(this::words)
				.flatMap(Optional::stream)
				.findFirst()
				.orElseGet(() -> hungUp(failure, causes.getLast()));
	}

	private Optional<String> words(Throwable cause) {
		return Optional.ofNullable(switch (cause) {
			case UnknownHostException _ ->
				"There is no mail server %s: check SPRING_MAIL_HOST, and that DNS answers".formatted(this.host);
			case NoRouteToHostException _ -> "No network leads to the mail server %s".formatted(place());
			case ConnectException refused when isTimeout(refused) -> unreachable();
			case ConnectException _ ->
				"Nobody answers at %s: check that the mail server runs, SPRING_MAIL_HOST and SPRING_MAIL_PORT"
						.formatted(place());
			case SocketTimeoutException late when String.valueOf(late.getMessage()).startsWith("Connect") ->
				unreachable();
			case SocketTimeoutException _ ->
				"The mail server %s stopped answering; if it does so at once, it may want TLS from the start (port 465)"
						.formatted(place());
			case CertificateExpiredException _ ->
				"The certificate of the mail server %s has expired: it needs a new one".formatted(place());
			case CertPathBuilderException _ ->
				"The certificate of the mail server %s is signed by nobody we trust: name its CA's file in FRONTDESK_OUTBOUND_CONNECTION_CAFILE"
						.formatted(place());
			case FileNotFoundException _,NoSuchFileException _ -> "An attachment is not in the blob store: restore it";
			case SSLException tls -> tls(tls);
			case MessagingException required when String.valueOf(required.getMessage()).startsWith("STARTTLS is req") ->
				"The mail server %s offers no TLS, so no password is sent: use a port that does (465, 587), or set FRONTDESK_OUTBOUND_CONNECTION_SECURITY to none"
						.formatted(place());
			case MessagingException none when String.valueOf(none.getMessage()).startsWith("No authentication mech") ->
				"The mail server %s and we have no way to log in in common".formatted(place());
			default -> null;
		});
	}

	private String tls(SSLException failure) {
		var message = String.valueOf(failure.getMessage());
		if (message.contains("Unsupported or unrecognized SSL message")) {
			return "The mail server does not begin with TLS at %s: use port 465, or set FRONTDESK_OUTBOUND_CONNECTION_SECURITY to starttls"
					.formatted(place());
		}
		if (message.contains("subject alternative") || message.contains("No name matching")) {
			return "The certificate of the mail server is for other names than %s: set SPRING_MAIL_HOST to one that it has"
					.formatted(this.host);
		}
		if (message.contains("PKIX path building failed")) {
			return words(new CertPathBuilderException()).orElseThrow();
		}
		return "The mail server %s and we can't agree on TLS (%s)".formatted(place(), message);
	}

	private String unreachable() {
		return "The mail server %s can't be reached: check SPRING_MAIL_HOST and SPRING_MAIL_PORT, and whether a firewall is between"
				.formatted(place());
	}

	private static boolean isTimeout(ConnectException failure) {
		return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("timed out");
	}

	private String hungUp(SmtpFailure failure, Throwable last) {
		var when = switch (failure.step()) {
			case GREETING ->
				"before it said anything; it may want TLS from the start (port 465), or know this machine not";
			case HELLO, STARTTLS, LOGIN -> "before a mail was spoken of";
			case SENDER, RECIPIENT, DATA -> "before the mail was sent";
			case CONTENT -> "while the mail was sent";
		};
		var isKnown = last instanceof MessagingException || last instanceof SocketException;
		return "The mail server %s broke the connection %s%s".formatted(place(), when,
				isKnown ? "" : " (%s)".formatted(last));
	}

	private static List<Throwable> causes(Throwable failure) {
		var causes = new ArrayList<Throwable>();
		for (var next = failure; next != null && !causes.contains(next); next = next.getCause()) {
			causes.add(next);
		}
		return causes;
	}

	private String place() {
		return this.host + ":" + this.port;
	}

}
