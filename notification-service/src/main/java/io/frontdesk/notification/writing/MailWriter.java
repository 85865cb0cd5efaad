package io.frontdesk.notification.writing;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.frontdesk.events.Actor;
import io.frontdesk.events.AddressForm;
import io.frontdesk.events.Person;
import io.frontdesk.events.StaffMail;
import io.frontdesk.events.TicketCreated;
import io.frontdesk.events.TicketEvent;
import io.frontdesk.events.TicketMessageAdded;
import io.frontdesk.events.TicketSnapshot;
import io.frontdesk.events.TicketStatus;
import io.frontdesk.events.TicketStatusChanged;
import io.frontdesk.events.TicketUpdated;
import io.frontdesk.events.UserAddressAsked;
import io.frontdesk.notification.outbound.Kind;
import io.frontdesk.notification.outbound.NewDelivery;
import io.frontdesk.notification.outbound.NewDelivery.Content;
import io.frontdesk.notification.outbound.OurAddresses;
import io.frontdesk.notification.proof.Standing;
import io.frontdesk.notification.readers.Readers;

/** Writes the mails that an event is to be told in. */
@Component
public class MailWriter {

	/** As mail programs put before the subject of an answer, in the languages of most of our mail. */
	private static final Pattern ANSWER = Pattern.compile(
			"^(?:(?:re|aw|antw|sv|odp|ref)\\s*+(?:\\[\\d++])?+\\s*+:\\s*+)++",
			Pattern.CASE_INSENSITIVE);

	private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);

	private final Templates templates;

	private final WritingSettings settings;

	private final OurAddresses ours;

	private final Readers readers;

	MailWriter(Templates templates, WritingSettings settings, OurAddresses ours, Readers readers) {
		this.templates = templates;
		this.settings = settings;
		this.ours = ours;
		this.readers = readers;
	}

	/** @param standing of the ticket: to a requester who may be somebody's victim, no word of the sender's is mailed */
	public List<NewDelivery> write(TicketEvent event, Standing standing) {
		return switch (event) {
			case TicketCreated created -> Stream.of(List.of(created(created.ticket(), standing)),
					assigned(created.ticket(), created.actor()), newTicket(created)).flatMap(List::stream).toList();
			case TicketStatusChanged changed -> List.of(statusChanged(changed, standing));
			case TicketUpdated updated when updated.changes("assignee") ->
				assigned(updated.ticket(), updated.actor());
			case TicketMessageAdded added -> switch (added.message().kind()) {
				case REPLY -> replies(added);
				case CLIENT -> clientReplied(added);
				case NOTE -> List.of();
			};
			default -> List.of();
		};
	}

	/** What its owner can prove the address by, and to the address of before that it is to be changed. */
	public List<NewDelivery> write(UserAddressAsked event) {
		return List.of(aboutAddress(TemplateKey.ADDRESS_PROOF, event, event.address()),
				aboutAddress(TemplateKey.ADDRESS_CHANGE, event, event.user().email()));
	}

	/** Without the user's name, which is not to be told to whomever the address may be. */
	private NewDelivery aboutAddress(TemplateKey key, UserAddressAsked event, String recipient) {
		var template = this.templates.get(key, this.settings.localeOf(recipient));
		var values = Map.<String, Object>of("recipient", recipient, "wanted", event.address(), "author",
				name(event.by()), "link",
				this.settings.web().resolve("/auth/address?proof=" + event.id()), "until",
				UNTIL.format(event.expiresAt().atOffset(ZoneOffset.UTC)), "consent", event.needsConsent());
		return NewDelivery.aboutAddress(key.kind(), event.id(), recipient, Rendering.render(template, values, null));
	}

	private NewDelivery created(TicketSnapshot ticket, Standing standing) {
		return plain(TemplateKey.of(Kind.CREATED, standing), ticket, addressee(ticket), Map.of());
	}

	private NewDelivery statusChanged(TicketStatusChanged event, Standing standing) {
		var requester = addressee(event.ticket());
		var locale = localeOf(requester);
		return plain(TemplateKey.of(Kind.STATUS_CHANGED, standing), event.ticket(), requester,
				status(locale, event.from(), event.to()));
	}

	Map<String, Object> status(String locale, TicketStatus from, TicketStatus to) {
		return Map.of("status", this.templates.word(locale, word(to)), "previousStatus",
				this.templates.word(locale, word(from)), "closed", to == TicketStatus.CLOSED);
	}

	/** Whoever takes a ticket knows of it. */
	private List<NewDelivery> assigned(TicketSnapshot ticket, Actor actor) {
		var assignee = ticket.assignee();
		if (assignee == null || isSame(actor.person(), assignee)
				|| !this.readers.wants(assignee, StaffMail.ASSIGNED)) {
			return List.of();
		}
		return List.of(plain(TemplateKey.ASSIGNED, ticket, assignee,
				Map.of("author", (actor.person() != null) ? name(actor.person()) : this.settings.web().getHost(),
						"requester", nameAndAddress(ticket.requester()), MailTemplate.BODY, ticket.message())));
	}

	/** Whoever raised it knows of it, and whose it is hears of that. */
	private List<NewDelivery> newTicket(TicketCreated event) {
		var ticket = event.ticket();
		return this.readers.whoWant(StaffMail.NEW_TICKET)
				.stream()
				.filter(staff -> !isSame(event.actor().person(), staff) && !isSame(ticket.assignee(), staff))
				.map(staff -> plain(TemplateKey.NEW_TICKET, ticket, staff,
						Map.of("author", nameAndAddress(ticket.requester()), MailTemplate.BODY, ticket.message(),
								"unverified", event.mail() != null && !event.mail().verified())))
				.toList();
	}

	private List<NewDelivery> clientReplied(TicketMessageAdded event) {
		var message = event.message();
		var assignee = event.ticket().assignee();
		if (assignee == null || isSame(message.author(), assignee)
				|| !this.readers.wants(assignee, StaffMail.CLIENT_REPLIED)) {
			return List.of();
		}
		return List.of(plain(TemplateKey.CLIENT_REPLIED, event.ticket(), assignee,
				Map.of("author", nameAndAddress(message.author()), MailTemplate.BODY, body(message), "unverified",
						event.mail() != null && !event.mail().verified())));
	}

	/** The same mail for the requester and for each who gets a copy. */
	private List<NewDelivery> replies(TicketMessageAdded event) {
		var ticket = event.ticket();
		var message = event.message();
		var requester = addressee(ticket);
		var copies = message.cc().stream().map(AddressForm::of).distinct().toList();
		var values = new HashMap<String, Object>(
				Map.of("author", name(message.author()), MailTemplate.BODY, body(message)));
		this.readers.signatureOf(message.author())
				.ifPresent(signature -> values.put(MailTemplate.SIGNATURE, signature));
		var content = content(TemplateKey.REPLY, ticket, requester, values, message.html());
		var first = new NewDelivery(Kind.REPLY, ticket.id(), ticket.version(), message.id(), requester.email(),
				requester.email(), content,
				copies.stream()
						.filter(address -> !address.equals(requester.email()) && !this.ours.include(address))
						.toList(),
				message.attachments());
		var mails = new ArrayList<>(List.of(first));
		copies.stream().filter(address -> !address.equals(first.recipient())).map(first::copyTo)
				.forEach(mails::add);
		return mails;
	}

	/** The requester, at the address where they want mail. */
	private static Person addressee(TicketSnapshot ticket) {
		var requester = ticket.requester();
		return new Person(requester.id(), ticket.requesterAddress(), requester.firstName(), requester.lastName());
	}

	private static boolean isSame(@Nullable Person one, Person other) {
		return one != null && one.id().equals(other.id());
	}

	private static String body(TicketMessageAdded.Message message) {
		return Objects.requireNonNull(message.body(), () -> "Message %s is not for mailing".formatted(message.id()));
	}

	private NewDelivery plain(TemplateKey key, TicketSnapshot ticket, Person recipient, Map<String, Object> more) {
		return NewDelivery.plain(key.kind(), ticket.id(), ticket.version(), recipient.email(),
				content(key, ticket, recipient, more, null));
	}

	private Content content(TemplateKey key, TicketSnapshot ticket, Person recipient, Map<String, Object> more,
			@Nullable String html) {
		var template = this.templates.get(key, localeOf(recipient));
		var values = values(ticket.id(), ticket.subject(), recipient, more);
		values.keySet().retainAll(template.variables());
		return Rendering.render(template, values, html);
	}

	/** What they chose, else what their address tells. */
	private String localeOf(Person recipient) {
		return this.readers.languageOf(recipient)
				.filter(this.templates::areIn)
				.orElseGet(() -> this.settings.localeOf(recipient.email()));
	}

	Map<String, Object> values(long ticket, String subject, Person recipient, Map<String, Object> more) {
		var values = new HashMap<String, Object>(more);
		values.put("recipient", recipient.email());
		values.put("name", name(recipient));
		values.put(MailTemplate.TICKET, ticket);
		values.put("subject", bare(subject, ticket));
		values.put("link", this.settings.web().resolve("/tickets/" + ticket));
		return values;
	}

	/** Without what the template puts around it. */
	private static String bare(String subject, long ticket) {
		var bare = subject.replace("[#%d]".formatted(ticket), "").strip();
		return ANSWER.matcher(bare).replaceFirst("").strip();
	}

	/** Of a client, who may bear the name of anybody: the address is theirs alone. */
	static String nameAndAddress(Person client) {
		var name = name(client);
		return name.equals(client.email()) ? name : "%s <%s>".formatted(name, client.email());
	}

	static String name(Person person) {
		var name = (person.firstName() + " " + person.lastName()).strip();
		return name.isEmpty() ? person.email() : name;
	}

	private static String word(TicketStatus status) {
		return status.name().toLowerCase(Locale.ROOT);
	}

}
