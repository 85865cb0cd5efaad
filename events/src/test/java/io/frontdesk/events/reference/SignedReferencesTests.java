package io.frontdesk.events.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedReferencesTests {

	private static final String KEY = "000102030405060708090a0b0c0d0e0f";

	private static final UUID MAIL = UUID.fromString("0191e6a0-0000-7000-8000-000000000001");

	private final SignedReferences references = new SignedReferences(KEY);

	@Test
	void ownMessageIdNamesItsTicket() {
		var id = this.references.messageId(2233444, MAIL, "frontdesk.test");
		assertThat(id).startsWith("<2233444.").endsWith("@frontdesk.test>");
		assertThat(this.references.ticketOfMessageId(id)).hasValue(2233444);
	}

	@Test
	void ownReplyAddressNamesItsTicketInAnyCase() {
		var address = this.references.replyAddress(2233444, "support@frontdesk.test");
		assertThat(address.substring(0, address.indexOf('@'))).hasSizeLessThanOrEqualTo(64);
		assertThat(this.references.ticketOfReplyAddress(address.toUpperCase(Locale.ROOT))).hasValue(2233444);
	}

	@Test
	void signatureOfAnotherTicketIsWorthNothing() {
		var id = this.references.messageId(2233444, MAIL, "frontdesk.test");
		assertThat(this.references.ticketOfMessageId(id.replace("2233444", "2233445"))).isEmpty();
		var address = this.references.replyAddress(2233444, "support@frontdesk.test");
		assertThat(this.references.ticketOfReplyAddress(address.replace("2233444", "2233445"))).isEmpty();
	}

	@Test
	void signatureOfAnotherKeyIsWorthNothing() {
		var stranger = new SignedReferences("ff0102030405060708090a0b0c0d0e0f");
		assertThat(this.references.ticketOfMessageId(stranger.messageId(2233444, MAIL, "frontdesk.test"))).isEmpty();
	}

	@Test
	void signatureForAnotherPurposeIsWorthNothing() {
		var address = this.references.replyAddress(2233444, "support@frontdesk.test");
		var signature = address.substring(address.indexOf('-') + 1, address.indexOf('@'));
		var forged = "<2233444.%s.%s@frontdesk.test>".formatted(MAIL, signature);
		assertThat(this.references.ticketOfMessageId(forged)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "<>", "support@frontdesk.test", "support+2233444@frontdesk.test",
			"<99999999999999999999999.x.y@z>", "+-@", "support+99999999999999999999-00000000000000000000@x"})
	void whatIsNotOursNamesNoTicket(String text) {
		assertThat(this.references.ticketOfMessageId(text)).isEmpty();
		assertThat(this.references.ticketOfReplyAddress(text)).isEmpty();
	}

	@Test
	void shortKeyIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new SignedReferences("0102"));
	}

}
