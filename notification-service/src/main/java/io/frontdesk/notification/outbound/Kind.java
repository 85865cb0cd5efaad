package io.frontdesk.notification.outbound;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a mail tells. */
public enum Kind {

	/** The automatic reply. */
	CREATED,

	STATUS_CHANGED,

	/** What staff wrote to the client. */
	REPLY,

	/** To the member of staff whom somebody else gave the ticket. */
	ASSIGNED,

	/** To the assignee. */
	CLIENT_REPLIED,

	/** To the staff who want to hear of each. */
	NEW_TICKET,

	/** To the address that a user is to have: its owner proves it by what only this mail says. */
	ADDRESS_PROOF,

	/** To the address that a user has until then. */
	ADDRESS_CHANGE;

	/** As templates, events and the API name it. */
	@JsonValue
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	public static Optional<Kind> of(String key) {
		return Stream.of(values()).filter(kind -> kind.key().equals(key)).findFirst();
	}

	public boolean isAutomatic() {
		return this != REPLY;
	}

	public boolean isToStaff() {
		return this == ASSIGNED || this == CLIENT_REPLIED || this == NEW_TICKET;
	}

	/** What is not about a ticket is about somebody's account, and says what no template may change. */
	public boolean isAboutTicket() {
		return this != ADDRESS_PROOF && this != ADDRESS_CHANGE;
	}

	/** The value of Auto-Submitted, RFC 3834 §5: "no" for what a person wrote. */
	public String autoSubmitted() {
		return switch (this) {
			case CREATED -> "auto-replied";
			case STATUS_CHANGED, ASSIGNED, CLIENT_REPLIED, NEW_TICKET, ADDRESS_PROOF, ADDRESS_CHANGE ->
				"auto-generated";
			case REPLY -> "no";
		};
	}

}
