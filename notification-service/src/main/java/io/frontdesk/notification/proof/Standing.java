package io.frontdesk.notification.proof;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.Authentication.Proof;
import io.frontdesk.events.MailOrigin;
import io.frontdesk.events.TicketCreated;

/** What is known of whether a ticket is by its requester. */
public enum Standing {

	/** It is; or staff speak with them, and know. */
	PROVEN,

	/** Nothing says so. The mail may be somebody else's, who has it answered to a victim. */
	UNPROVEN,

	/** The receiving mail server found that it is not. */
	FAILED,

	/** Somebody marked the mail as spam. */
	SPAM;

	/** What proves who sent a mail proves nothing of the address that they want answers at. */
	static Standing of(TicketCreated created) {
		var standing = of(created.mail());
		return (standing == PROVEN && created.ticket().answerTo() != null) ? UNPROVEN : standing;
	}

	/** @param opening the mail that raised the ticket; null where somebody who is logged in did */
	private static Standing of(@Nullable MailOrigin opening) {
		if (opening == null) {
			return PROVEN;
		}
		if (opening.spam()) {
			return SPAM;
		}
		return switch (opening.proof()) {
			case Proof.PROVEN -> PROVEN;
			case Proof.NONE -> UNPROVEN;
			case Proof.FAILED -> FAILED;
		};
	}

}
