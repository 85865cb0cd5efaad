package io.frontdesk.notification.writing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import io.frontdesk.events.Person;
import io.frontdesk.events.TicketCreated;
import io.frontdesk.events.TicketMessageAdded;
import io.frontdesk.events.TicketSnapshot;
import io.frontdesk.events.TicketStatus;
import io.frontdesk.events.TicketStatusChanged;
import io.frontdesk.notification.outbound.Kind;
import io.frontdesk.notification.outbound.NewDelivery;

/** Writes mails from templates. */
@Component
public class MailWriter {

	private static final Pattern REPLY_PREFIX = Pattern.compile("(?i)^re\\s*:.*");

	private final Map<Kind, Template> templates = Stream.of(Kind.values())
			.collect(Collectors.toMap(Function.identity(), MailWriter::template));

	private static Template template(Kind kind) {
		var file = new ClassPathResource("templates/en/%s.mustache".formatted(kind.key()));
		try {
			return Mustache.compiler().escapeHTML(false).compile(file.getContentAsString(StandardCharsets.UTF_8));
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public NewDelivery write(TicketCreated event) {
		return write(Kind.CREATED, event.ticket(), Map.of());
	}

	public NewDelivery write(TicketStatusChanged event) {
		return write(Kind.STATUS_CHANGED, event.ticket(), Map.of("status", word(event.to()), "previousStatus",
				word(event.from()), "closed", event.to() == TicketStatus.CLOSED));
	}

	/** @throws IllegalArgumentException for a message that has no text to send */
	public NewDelivery writeReply(TicketMessageAdded event) {
		var message = event.message();
		if (message.body() == null) {
			throw new IllegalArgumentException("Message %s is not for mailing".formatted(message.id()));
		}
		var mail = write(Kind.REPLY, event.ticket(),
				Map.of("body", message.body(), "author", name(message.author())));
		return new NewDelivery(Kind.REPLY, mail.ticket(), mail.subject(), mail.body(), message.cc(),
				message.attachments());
	}

	private static String name(Person author) {
		var name = (author.firstName() + " " + author.lastName()).strip();
		return name.isEmpty() ? author.email() : name;
	}

	private NewDelivery write(Kind kind, TicketSnapshot ticket, Map<String, Object> more) {
		var variables = Stream
				.of(Map.<String, Object>of("recipient", ticket.requester().email(), "ticket", ticket.id(), "subject",
						ticket.subject()), more)
				.flatMap(map -> map.entrySet().stream())
				.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		return new NewDelivery(kind, ticket, subject(ticket),
				Objects.requireNonNull(this.templates.get(kind)).execute(variables),
				List.of(), List.of());
	}

	private static String subject(TicketSnapshot ticket) {
		var token = "[#%d]".formatted(ticket.id());
		var subject = ticket.subject().contains(token) ? ticket.subject() : ticket.subject() + " " + token;
		return REPLY_PREFIX.matcher(subject).matches() ? subject : "Re: " + subject;
	}

	private static String word(TicketStatus status) {
		return status.name().toLowerCase(Locale.ROOT);
	}

}
