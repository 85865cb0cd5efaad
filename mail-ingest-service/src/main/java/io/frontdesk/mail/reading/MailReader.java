package io.frontdesk.mail.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.frontdesk.events.Person;

/** Reads mail with Jakarta Mail, as leniently as it can be. */
@Component
public class MailReader {

	private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]+>");

	/** Where mail servers note the address that a mail was delivered to; To and Cc need not name it. */
	private static final List<String> RECIPIENT_HEADERS = List.of("To", "Cc", "Delivered-To", "X-Original-To",
			"Envelope-To");

	private final Session session;

	MailReader() {
		LenientMime.install();
		var properties = new Properties();
		properties.put("mail.mime.allowutf8", "true");
		this.session = Session.getInstance(properties);
	}

	/**
	 * @param isOurs whether an address is one of our mailboxes
	 * @throws UnreadableMailException if no ticket can be made of it
	 */
	public Reading read(InputStream raw, Predicate<String> isOurs) throws UnreadableMailException {
		try {
			var message = new MimeMessage(this.session, raw);
			var sender = sender(message);
			var content = MailContent.of(message);
			var subject = subject(message);
			var verdict = Classifier.classify(message, sender.email(), isOurs);
			return new Reading(firstId(message, "Message-ID"), firstId(message, "In-Reply-To"),
					ids(message, "References"), sender, recipients(message), subject, content.text(), content.html(),
					content.attachments(), ContentDigest.of(sender.email(), subject, content),
					verdict.classification(), verdict.reasons());
		} catch (MessagingException | IOException | RuntimeException ex) {
			throw new UnreadableMailException("The mail can't be read: " + ex, ex);
		}
	}

	private static Person sender(MimeMessage message) throws MessagingException, UnreadableMailException {
		for (var header : List.of("From", "Sender", "Reply-To")) {
			for (var address : addresses(message, header)) {
				if (isUsable(address)) {
					return Person.of(address.getAddress(), Objects.requireNonNullElse(address.getPersonal(), ""));
				}
			}
		}
		throw new UnreadableMailException("The mail has no sender whom one could answer");
	}

	private static boolean isUsable(InternetAddress address) {
		var text = address.getAddress();
		return text != null && text.indexOf('@') > 0 && text.indexOf('@') < text.length() - 1
				&& text.chars().noneMatch(Character::isWhitespace);
	}

	private static List<String> recipients(MimeMessage message) throws MessagingException {
		var recipients = Stream.<String>builder();
		for (var header : RECIPIENT_HEADERS) {
			for (var address : addresses(message, header)) {
				if (isUsable(address)) {
					recipients.add(address.getAddress());
				}
			}
		}
		return recipients.build().distinct().toList();
	}

	/** Addresses that can't be parsed are passed over: one bad Cc must not cost the mail. */
	private static List<InternetAddress> addresses(MimeMessage message, String header) throws MessagingException {
		var text = message.getHeader(header, ",");
		if (text == null) {
			return List.of();
		}
		try {
			return Arrays.asList(InternetAddress.parseHeader(text, false));
		} catch (AddressException ex) {
			return List.of();
		}
	}

	private static String subject(MimeMessage message) throws MessagingException {
		var subject = message.getHeader("Subject", " ");
		return (subject != null) ? PlainText.clean(decoded(subject)).replaceAll("\\s+", " ").strip() : "";
	}

	private static String decoded(String header) {
		var unfolded = MimeUtility.unfold(header);
		try {
			return MimeUtility.decodeText(unfolded);
		} catch (UnsupportedEncodingException ex) {
			return unfolded;
		}
	}

	private static @Nullable String firstId(MimeMessage message, String header) throws MessagingException {
		var ids = ids(message, header);
		return ids.isEmpty() ? null : ids.getFirst();
	}

	private static List<String> ids(MimeMessage message, String header) throws MessagingException {
		var text = message.getHeader(header, " ");
		return (text == null)
				? List.of()
				: MESSAGE_ID.matcher(MimeUtility.unfold(text)).results().map(MatchResult::group).toList();
	}

}
