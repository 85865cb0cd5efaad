package io.frontdesk.local.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;

/** A mail in someone's mailbox, as far as a person reads it. */
public record ReceivedMail(String from, String to, Optional<Date> date, String subject, String messageId,
		Optional<String> inReplyTo, String text, Map<String, List<String>> headers) {

	public static ReceivedMail of(MimeMessage message) {
		try {
			Map<String, List<String>> headers = java.util.Collections.list(message.getAllHeaders())
					.stream()
					.collect(java.util.stream.Collectors.groupingBy(
							header -> header.getName().toLowerCase(java.util.Locale.ROOT),
							java.util.stream.Collectors.mapping(Header::getValue,
									java.util.stream.Collectors.toList())));
			return new ReceivedMail(addresses(message.getFrom()),
					addresses(message.getRecipients(Message.RecipientType.TO)),
					Optional.ofNullable(message.getSentDate()), Optional.ofNullable(message.getSubject()).orElse(""),
					Optional.ofNullable(message.getMessageID()).orElse(""),
					Optional.ofNullable(message.getHeader("In-Reply-To")).map(values -> values[0]), textOf(message),
					headers);
		} catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public Optional<String> header(String name) {
		return this.headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of()).stream().findFirst();
	}

	private static String addresses(Address @org.jspecify.annotations.Nullable [] addresses) {
		return (addresses == null) ? "" : MailClient.addresses(addresses);
	}

	/** The plain part, else the first part that is text at all, with the names of what is attached. */
	private static String textOf(Part part) throws MessagingException, IOException {
		if (part.getContent() instanceof Multipart parts) {
			StringBuilder text = new StringBuilder();
			boolean alternative = part.isMimeType("multipart/alternative");
			for (int i = 0; i < parts.getCount() && !(alternative && i > 0); i++) {
				BodyPart inner = parts.getBodyPart(i);
				text.append(text.isEmpty() ? "" : "\n");
				text.append((inner.getFileName() != null) ? "[attached: " + inner.getFileName() + "]" : textOf(inner));
			}
			return text.toString();
		}
		return part.isMimeType("text/*") ? String.valueOf(part.getContent()) : "[" + part.getContentType() + "]";
	}

	/** As the inbox command shows it. */
	public String readable() {
		StringBuilder shown = new StringBuilder();
		line(shown, "From", this.from);
		line(shown, "To", this.to);
		line(shown, "Date", this.date.map(Date::toString).orElse(""));
		line(shown, "Subject", this.subject);
		line(shown, "Message-ID", this.messageId);
		this.inReplyTo.ifPresent(id -> line(shown, "In-Reply-To", id));
		return shown.append(System.lineSeparator())
				.append(String.join(System.lineSeparator(),
						Arrays.stream(this.text.strip().split("\\R")).map(line -> "  " + line).toList()))
				.append(System.lineSeparator())
				.toString();
	}

	private static void line(StringBuilder shown, String name, String value) {
		shown.append("%-12s %s%n".formatted(name + ":", value));
	}

}
