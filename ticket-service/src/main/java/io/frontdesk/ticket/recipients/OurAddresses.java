package io.frontdesk.ticket.recipients;

import org.springframework.stereotype.Component;

import io.frontdesk.events.reference.SignedReferences;

/**
 * Addresses whose mail comes to us: aliases, and those that we give people to answer to. What the mailboxes themselves are
 * called each mail says that came to one.
 */
@Component
public class OurAddresses {

	private final IntakeSettings settings;

	private final SignedReferences signed;

	OurAddresses(IntakeSettings settings, SignedReferences signed) {
		this.settings = settings;
		this.signed = signed;
	}

	public boolean include(String address) {
		return this.settings.isOurs(address) || this.signed.inReplyAddress(address).isPresent();
	}

}
