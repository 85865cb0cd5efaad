package io.frontdesk.mail.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

import io.frontdesk.events.Person;

/** Reads mail as leniently as it can be, by a bounded amount of work; by several threads at once if they like. */
@Component
public class MailReader {

	private static final Logger log = LoggerFactory.getLogger(MailReader.class);

	/** Of one header, however often it is there. */
	private static final int MAX_ADDRESSES = 500;

	/** Where mail servers note the address that a mail was delivered to; To and Cc need not name it. */
	private static final List<String> RECIPIENT_HEADERS = List.of("To", "Cc", "Delivered-To", "X-Original-To",
			"Envelope-To");

	MailReader() {
		LenientMime.install();
	}

	/**
	 * @param raw opened as often as it has to be
	 * @param isOurs whether an address is one of our mailboxes
	 * @throws UnreadableMailException if nothing can be made of it
	 */
	public Reading read(InputStreamSource raw, Predicate<String> isOurs) throws UnreadableMailException, IOException {
		var outline = MailOutline.of(raw);
		return read(outline, isOurs, Work.forMail(outline.size()));
	}

	static Reading read(MailOutline outline, Predicate<String> isOurs, Work work)
			throws UnreadableMailException, IOException {
		try {
			return work.during(() -> read(outline, isOurs));
		} catch (Work.ExhaustedException ex) {
			throw new UnreadableMailException(
					"The mail is built so that reading it would take far more work than a mail of its size needs", ex);
		} catch (StackOverflowError ex) {
			throw new UnreadableMailException("The mail is nested too deeply to be read", ex);
		} catch (UnreadableMailException | IOException ex) {
			throw ex;
		} catch (UncheckedIOException ex) {
			throw ex.getCause();
		} catch (Exception ex) {
			log.warn("A mail can't be read", ex);
			throw new UnreadableMailException(
					"The mail is broken in a way that Frontdesk can't read; its source shows what was sent", ex);
		}
	}

	private static Reading read(MailOutline mail, Predicate<String> isOurs)
			throws UnreadableMailException, MessagingException, IOException {
		if (isBlank(mail.bytes())) {
			throw new UnreadableMailException("The mail is empty");
		}
		var message = MailPart.message(mail);
		var from = Sender.of(message, isOurs);
		var sender = from.person();
		var address = (sender == null) ? "" : sender.email();
		var content = MailContent.of(message);
		var subject = PlainText.line(EncodedWords.decode(message.first("Subject")));
		var report = DeliveryReport.of(message, content, sender, subject, isOurs);
		var verdict = Classifier.classify(message, content, address, subject, report, isOurs);
		return new Reading(MessageIds.first(message, "Message-ID"), MessageIds.first(message, "In-Reply-To"),
				MessageIds.all(message, "References"), sender, usable(message, "To"), usable(message, "Cc"),
				recipients(message), subject, marked(content.text(), mail), marked(content.visibleText(), mail),
				content.html(),
				content.attachments(), ContentDigest.of(address, subject, content), verdict.classification(),
				verdict.absence(), report, verdict.reasons(), ProvenanceReader.read(mail, message, from),
				verdict.noAnswer());
	}

	private static String marked(String text, MailOutline mail) {
		return mail.isCut() ? MailContent.unfinished(text) : text;
	}

	private static boolean isBlank(byte[] raw) {
		for (var b : raw) {
			if (b > ' ' || b < 0) {
				return false;
			}
		}
		return true;
	}

	/** Whom From names, or what stands in its place. */
	static @Nullable Person sender(MailPart message) throws MessagingException {
		for (var header : List.of("From", "Sender", "Reply-To", "X-Original-From", "Return-Path", "Resent-From")) {
			for (var address : addresses(message, header)) {
				return Person.of(address.address(), address.name());
			}
		}
		return null;
	}

	private static List<String> recipients(MailPart message) throws MessagingException {
		var recipients = Stream.<String>builder();
		for (var header : RECIPIENT_HEADERS) {
			usable(message, header).forEach(recipients);
		}
		return recipients.build().distinct().toList();
	}

	private static List<String> usable(MailPart message, String header) throws MessagingException {
		return addresses(message, header).stream().map(Addresses.Address::address).distinct().toList();
	}

	static List<Addresses.Address> addresses(MailPart message, String header) throws MessagingException {
		var all = new ArrayList<Addresses.Address>();
		for (var value : message.headers(header)) {
			if (all.size() < MAX_ADDRESSES) {
				all.addAll(Addresses.of(value));
			}
		}
		return all;
	}

}
