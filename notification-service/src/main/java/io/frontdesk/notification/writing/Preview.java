package io.frontdesk.notification.writing;

import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.frontdesk.events.Person;
import io.frontdesk.events.TicketStatus;
import io.frontdesk.notification.outbound.NewDelivery.Content;

/** Shows what a mail would look like. */
@Component
public class Preview {

	private static final Person STAFF = Person.of("alice@frontdesk.test", "Alice Adams");

	private final Templates templates;

	private final MailWriter writer;

	Preview(Templates templates, MailWriter writer) {
		this.templates = templates;
		this.writer = writer;
	}

	/**
	 * @param subject of the template; null for the one that there is, as for the text
	 * @param example null for a ticket that we made up
	 */
	public Content of(TemplateKey key, @Nullable String locale, @Nullable String subject, @Nullable String text,
			@Nullable Example example) {
		var there = this.templates.get(key, locale);
		var wanted = new MailTemplate(key, there.locale(), (subject != null) ? subject : there.subject(),
				(text != null) ? text : there.text(), null, null);
		Templates.check(wanted);
		var ticket = (example != null) ? example : Example.NONE;
		var client = ticket.client();
		var values = this.writer.values(Objects.requireNonNullElse(ticket.id, 2233444L),
				Objects.requireNonNullElse(ticket.subject, "Printer on fire"), key.kind().isToStaff() ? STAFF : client,
				Map.of("author",
						(key == TemplateKey.CLIENT_REPLIED || key == TemplateKey.NEW_TICKET)
								? MailWriter.nameAndAddress(client)
								: MailWriter.name(STAFF),
						"requester", MailWriter.nameAndAddress(client), MailTemplate.BODY,
						Objects.requireNonNullElse(ticket.message, "It smokes.\n\nPlease help.")));
		var to = Objects.requireNonNullElse(ticket.status, TicketStatus.CLOSED);
		var from = (to == TicketStatus.CLOSED) ? TicketStatus.OPEN : TicketStatus.CLOSED;
		values.putAll(this.writer.status(wanted.locale(), from, to));
		return Rendering.render(wanted, values, null);
	}

	/** A ticket, as far as mails speak of it; the API's own has more. */
	@JsonIgnoreProperties(ignoreUnknown = true)
	public record Example(@Nullable Long id, @Nullable @Size(max = 1_000) String subject,
			@Nullable @Size(max = 200_000) String message, @Nullable TicketStatus status,
			@Nullable @Valid Requester requester) {

		static final Example NONE = new Example(null, null, null, null, null);

		Person client() {
			if (this.requester == null || this.requester.email() == null) {
				return Person.of("dora@example.org", "Dora Example");
			}
			return Person.of(this.requester.email(), Objects.requireNonNullElse(this.requester.firstName(), "") + " "
					+ Objects.requireNonNullElse(this.requester.lastName(), ""));
		}

	}

	@JsonIgnoreProperties(ignoreUnknown = true)
	public record Requester(@Nullable @Size(max = 254) String email, @Nullable @Size(max = 200) String firstName,
			@Nullable @Size(max = 200) String lastName) {}

}
