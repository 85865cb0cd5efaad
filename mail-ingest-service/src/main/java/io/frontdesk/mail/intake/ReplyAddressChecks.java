package io.frontdesk.mail.intake;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import io.frontdesk.events.reference.SignedReferences;
import io.frontdesk.mail.reading.Reading;

/** Knows the mails that notification-service sends to ourselves, to see whether answers would arrive. */
@Component
class ReplyAddressChecks {

	private final ObjectProvider<SignedReferences> references;

	/** Without frontdesk.reference.key there are none. */
	ReplyAddressChecks(ObjectProvider<SignedReferences> references) {
		this.references = references;
	}

	/** Whether an address is one that answers to a mail of ours go to, whatever its form. */
	boolean include(String address) {
		return this.references.stream()
				.anyMatch(signed -> signed.inReplyAddress(address).isPresent()
						|| signed.checkOfAddress(address).isPresent());
	}

	boolean isOne(Reading mail) {
		return this.references.stream().anyMatch(
				signed -> mail.recipients().stream().anyMatch(it -> signed.checkOfAddress(it).isPresent()));
	}

}
