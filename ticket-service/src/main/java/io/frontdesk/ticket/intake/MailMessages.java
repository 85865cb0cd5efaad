package io.frontdesk.ticket.intake;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.frontdesk.events.AddressForm;
import io.frontdesk.events.MailOrigin;
import io.frontdesk.events.MailReceived;
import io.frontdesk.events.MessageKind;
import io.frontdesk.events.Person;
import io.frontdesk.ticket.conversation.NewMessage;
import io.frontdesk.ticket.recipients.OurAddresses;

/** Makes messages of mails. */
@Component
class MailMessages {

	/** More people than that are a mailing, of which nobody answers to all. */
	private static final int COPIES = 50;

	private final OurAddresses ours;

	MailMessages(OurAddresses ours) {
		this.ours = ours;
	}

	/** @param admitsCopies whether those who got copies take part from now on */
	NewMessage byClient(MailReceived mail, Person author, MailOrigin origin, boolean admitsCopies) {
		return new NewMessage(MessageKind.CLIENT, author, mail.visibleText(), mail.attachments(), receivedAt(mail),
				new NewMessage.Mail(origin, mail.text(), mail.html(), copies(mail), admitsCopies, mail.source()));
	}

	/** Of a reply only what its author wrote is kept beside the source: what it quotes may be the house's own. */
	NewMessage byStaff(MailReceived mail, Person author, MailOrigin origin) {
		var answer = StaffAnswer.of(mail);
		var isReply = answer.kind() == MessageKind.REPLY;
		return new NewMessage(answer.kind(), author, answer.text(), mail.attachments(), receivedAt(mail),
				new NewMessage.Mail(origin, isReply ? answer.text() : mail.text(), null,
						isReply ? copies(mail) : List.of(), false, mail.source()));
	}

	/** Neither we nor the list that it came by: who answers writes to its author, not to all of a list. */
	private List<String> copies(MailReceived mail) {
		var nobody = Stream.of(mail.ours().stream(), mail.lists().stream(), Stream.ofNullable(mail.via()),
				Stream.of(mail.from().email())).flatMap(Function.identity()).map(AddressForm::of)
				.collect(Collectors.toSet());
		return Stream.concat(mail.to().stream(), mail.cc().stream())
				.map(AddressForm::of)
				.distinct()
				.filter(address -> !nobody.contains(address) && !this.ours.include(address))
				.limit(COPIES)
				.toList();
	}

	static Instant receivedAt(MailReceived mail) {
		return mail.receivedAt().truncatedTo(ChronoUnit.MICROS);
	}

}
