package io.frontdesk.mail.reading;

import java.io.IOException;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;

/**
 * What decides a mail's place among others.
 *
 * @param id null if it has none
 * @param named the mails that it answers, by their ids
 */
public record Heading(@Nullable String sender, @Nullable String id, Set<String> named) {

	public static final Heading UNKNOWN = new Heading(null, null, Set.of());

	private static final int BEGINNING = 64 << 10;

	public static Heading of(Reading reading) {
		var named = new HashSet<>(reading.references());
		if (reading.inReplyTo() != null) {
			named.add(reading.inReplyTo());
		}
		return new Heading((reading.from() != null) ? reading.from().email() : null, reading.messageId(), named);
	}

	/** Of a mail that is not read yet, as far as its beginning tells; it may be like anything. */
	public static Heading of(InputStreamSource raw, Predicate<String> isOurs) {
		try (var in = raw.getInputStream()) {
			var message = MailPart.message(in.readNBytes(BEGINNING));
			var sender = Limits.person(Sender.of(message, isOurs).person());
			var named = new HashSet<>(MessageIds.all(message, "References"));
			named.addAll(MessageIds.all(message, "In-Reply-To"));
			return new Heading((sender != null) ? sender.email() : null,
					Limits.id(MessageIds.first(message, "Message-ID")),
					named.stream().map(Limits::id).filter(Objects::nonNull).collect(Collectors.toSet()));
		} catch (MessagingException | IOException | RuntimeException | StackOverflowError _) {
			return UNKNOWN;
		}
	}

	public boolean isOfTheSender(Heading other) {
		return this.sender != null && this.sender.equals(other.sender);
	}

	public boolean names(Heading other) {
		return other.id != null && this.named.contains(other.id);
	}

}
