package io.frontdesk.ticket.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.frontdesk.events.PlacedBy;
import io.frontdesk.events.reference.SignedReferences;
import io.frontdesk.ticket.Mails;
import io.frontdesk.ticket.TicketServiceTest;
import io.frontdesk.ticket.conversation.Clue;

class CluesTests {

	private static final String OURS = "support@frontdesk.test";

	private final SignedReferences signed = new SignedReferences(TicketServiceTest.KEY);

	private final Clues clues = new Clues(this.signed);

	@Test
	void replyAddressIsOwnOnlyForWhomWeWroteIt() {
		var doras = this.signed.replyAddress(2233444, "dora@example.org", OURS);
		assertThat(this.clues.of(Mails.from("Dora@example.org").to(doras).mail(), false))
				.containsExactly(Clue.signed(PlacedBy.SIGNED_REPLY_ADDRESS, 2233444, true));
		assertThat(this.clues.of(Mails.from("alice@frontdesk.test").to(doras).mail(), false))
				.containsExactly(Clue.signed(PlacedBy.SIGNED_REPLY_ADDRESS, 2233444, false));
	}

	@Test
	void messageIdIsOwnOnlyForWhomAloneWeWroteIt() {
		var doras = id(2233444, "dora@example.org");
		var everybodys = this.signed.messageId(2233444, UUID.randomUUID(), null, "frontdesk.test");
		assertThat(this.clues.of(Mails.from("dora@example.org").answering(doras).mail(), false))
				.startsWith(Clue.signed(PlacedBy.SIGNED_MESSAGE_ID, 2233444, true));
		assertThat(this.clues.of(Mails.from("alice@frontdesk.test").answering(doras).mail(), false))
				.startsWith(Clue.signed(PlacedBy.SIGNED_MESSAGE_ID, 2233444, false));
		assertThat(this.clues.of(Mails.from("dora@example.org").answering(everybodys).mail(), false))
				.startsWith(Clue.signed(PlacedBy.SIGNED_MESSAGE_ID, 2233444, false));
	}

	@Test
	void whatWeWroteForTheAuthorComesFirstThenTheSurest() {
		var emils = this.signed.replyAddress(2233444, "emil@example.org", OURS);
		var doras = id(2233445, "dora@example.org");
		var mail = Mails.from("dora@example.org")
				.to(emils)
				.answering("<a@example.org>", doras)
				.subject("Re: fire [#2233446] [#2233447]")
				.mail();
		assertThat(this.clues.of(mail, false)).containsExactly(
				Clue.signed(PlacedBy.SIGNED_MESSAGE_ID, 2233445, true),
				Clue.signed(PlacedBy.SIGNED_REPLY_ADDRESS, 2233444, false), Clue.messageId("<a@example.org>"),
				Clue.messageId(doras), Clue.subject(2233447), Clue.subject(2233446));
	}

	private String id(long ticket, String recipient) {
		return this.signed.messageId(ticket, UUID.randomUUID(), recipient, "frontdesk.test");
	}

}
