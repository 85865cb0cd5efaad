package io.frontdesk.notification.writing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;

import io.frontdesk.notification.outbound.Kind;
import io.frontdesk.notification.proof.Standing;

/** What a template is for: a kind of mail, or the same to somebody who may never have written to us. */
public enum TemplateKey {

	CREATED(Kind.CREATED),

	CREATED_UNPROVEN(Kind.CREATED),

	STATUS_CHANGED(Kind.STATUS_CHANGED),

	STATUS_CHANGED_UNPROVEN(Kind.STATUS_CHANGED),

	REPLY(Kind.REPLY),

	ASSIGNED(Kind.ASSIGNED),

	CLIENT_REPLIED(Kind.CLIENT_REPLIED),

	NEW_TICKET(Kind.NEW_TICKET),

	ADDRESS_PROOF(Kind.ADDRESS_PROOF),

	ADDRESS_CHANGE(Kind.ADDRESS_CHANGE);

	private final Kind kind;

	TemplateKey(Kind kind) {
		this.kind = kind;
	}

	static TemplateKey of(Kind kind, Standing standing) {
		var isProven = standing == Standing.PROVEN;
		return switch (kind) {
			case CREATED -> isProven ? CREATED : CREATED_UNPROVEN;
			case STATUS_CHANGED -> isProven ? STATUS_CHANGED : STATUS_CHANGED_UNPROVEN;
			case REPLY -> REPLY;
			case ASSIGNED -> ASSIGNED;
			case CLIENT_REPLIED -> CLIENT_REPLIED;
			case NEW_TICKET -> NEW_TICKET;
			case ADDRESS_PROOF -> ADDRESS_PROOF;
			case ADDRESS_CHANGE -> ADDRESS_CHANGE;
		};
	}

	/** As the API and the files name it. */
	@JsonValue
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	public static Optional<TemplateKey> of(String key) {
		return Stream.of(values()).filter(it -> it.key().equals(key)).findFirst();
	}

	/** What is about somebody's account says what nobody may change. */
	public boolean isChangeable() {
		return this.kind.isAboutTicket();
	}

	Kind kind() {
		return this.kind;
	}

}
