package io.frontdesk.notification.outbound;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.AddressForm;
import io.frontdesk.events.MailReceived.StoredFile;

/**
 * A mail for one recipient.
 *
 * @param ticket 0 for none
 * @param version of the ticket that it tells of
 * @param message the reply that it carries, or the wish that it is about; null if there is none
 * @param recipient whom it is handed over for
 * @param to whom it names as its recipient: for a copy somebody else
 * @param cc whom it names as having copies
 */
public record NewDelivery(Kind kind, long ticket, long version, @Nullable UUID message, String recipient, String to,
		Content content, List<String> cc, List<StoredFile> files) {

	private static final long NO_TICKET = 0;

	public NewDelivery {
		recipient = AddressForm.of(recipient);
	}

	public static NewDelivery plain(Kind kind, long ticket, long version, String recipient, Content content) {
		return new NewDelivery(kind, ticket, version, null, recipient, recipient, content, List.of(), List.of());
	}

	/** @param wish for another address of a user */
	public static NewDelivery aboutAddress(Kind kind, UUID wish, String recipient, Content content) {
		return new NewDelivery(kind, NO_TICKET, 0, wish, recipient, recipient, content, List.of(), List.of());
	}

	public NewDelivery copyTo(String other) {
		return new NewDelivery(this.kind, this.ticket, this.version, this.message, other, this.to, this.content,
				this.cc, this.files);
	}

	/** The same for the same event, recipient and kind, so that an event told twice is no second mail. */
	UUID id() {
		return named(this.recipient);
	}

	/** The copies of one mail are one mail to those who get several of them. */
	UUID mailId() {
		return named(AddressForm.of(this.to));
	}

	/** Null if several get the mail: then its Message-ID proves of none of them who they are. */
	@Nullable
	String onlyRecipient() {
		return this.cc.stream().map(AddressForm::of).allMatch(AddressForm.of(this.to)::equals) ? this.recipient : null;
	}

	private UUID named(String person) {
		var event = (this.message != null) ? this.message : Objects.toString(this.version);
		var name = "%s/%d/%s/%s".formatted(this.kind, this.ticket, event, person);
		return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
	}

	public record Content(String subject, String text, String html) {}

}
