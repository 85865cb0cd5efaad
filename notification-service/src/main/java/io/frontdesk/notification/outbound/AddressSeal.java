package io.frontdesk.notification.outbound;

import java.util.UUID;
import java.util.regex.Pattern;

import org.springframework.stereotype.Component;

import io.frontdesk.events.reference.AddressProofs;

/**
 * Puts into a mail, when it is handed over, what proves that its recipient has it. Staff may read what is written down of
 * mails, and must not prove other people's addresses.
 */
@Component
class AddressSeal {

	private static final Pattern LINK = Pattern.compile("(/auth/address\\?proof=)([0-9a-f-]{36})(?![0-9a-f.-])");

	private final AddressProofs proofs;

	AddressSeal(AddressProofs proofs) {
		this.proofs = proofs;
	}

	OutgoingMail close(OutgoingMail mail) {
		if (mail.kind().isAboutTicket()) {
			return mail;
		}
		var html = mail.html();
		return mail.saying(sealed(mail.text(), mail.recipient()),
				(html != null) ? sealed(html, mail.recipient()) : null);
	}

	private String sealed(String text, String recipient) {
		return LINK.matcher(text)
				.replaceAll(link -> link.group(1) + this.proofs.token(UUID.fromString(link.group(2)), recipient));
	}

}
