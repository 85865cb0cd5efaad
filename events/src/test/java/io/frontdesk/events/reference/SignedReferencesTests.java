package io.frontdesk.events.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.validation.Validation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

	@ParameterizedTest
	@CsvSource({"sub-address, +,, support+%s@frontdesk.test", "sub-address, -,, support-%s@frontdesk.test",
			"sub-address, =,, support=%s@frontdesk.test",
			"pattern, +, reply-{token}@tickets.example.com, reply-%s@tickets.example.com",
			"pattern, +, {token}.r@tickets.example.com, %s.r@tickets.example.com"})
	void replyAddressOfAnyFormNamesItsTicketToWhoeverHasTheKey(String form, String delimiter, @Nullable String pattern,
			String wanted) {
		var formed = new SignedReferences(KEY, new ReplyAddresses(
				ReplyAddresses.Form.valueOf(form.toUpperCase(Locale.ROOT).replace('-', '_')), delimiter, pattern));
		var address = formed.replyAddress(2233444, "support@frontdesk.test");
		assertThat(address).matches(Pattern.quote(wanted).replace("%s", "\\E2233444-[0-9a-f]{20}\\Q"));
		assertThat(this.references.ticketOfReplyAddress(address)).hasValue(2233444);
		assertThat(this.references.ticketOfReplyAddress(address.toUpperCase(Locale.ROOT))).hasValue(2233444);
		assertThat(this.references.ticketOfReplyAddress("prvs=0123456789=" + address)).hasValue(2233444);
		assertThat(this.references.ticketOfReplyAddress(address.replace("+", "%2B"))).hasValue(2233444);
		assertThat(this.references.ticketOfReplyAddress(address.replace("2233444", "2233445"))).isEmpty();
		assertThat(this.references.ticketOfReplyAddress(address.replaceFirst("-([0-9a-f])[0-9a-f]", "-$1"))).isEmpty();
	}

	@Test
	void withoutAReplyAddressAnswersComeToThePlainOne() {
		var plain = new SignedReferences(KEY, new ReplyAddresses(ReplyAddresses.Form.NONE, "+", null));
		assertThat(plain.replyAddress(2233444, "support@frontdesk.test")).isEqualTo("support@frontdesk.test");
	}

	@Test
	void checkIsOfNoTicketAndATicketIsNoCheck() {
		var check = this.references.checkAddress(2233444, "support@frontdesk.test");
		assertThat(this.references.checkOfAddress(check)).hasValue(2233444);
		assertThat(this.references.ticketOfReplyAddress(check)).isEmpty();
		assertThat(this.references.checkOfAddress(this.references.replyAddress(2233444, "support@frontdesk.test")))
				.isEmpty();
	}

	@ParameterizedTest
	@CsvSource({"sub-address, +,, 0", "sub-address, ab,, 1", "sub-address, @,, 1", "pattern, +,, 1",
			"pattern, +, reply@example.org, 1", "pattern, +, reply@{token}.example.org, 1",
			"pattern, +, a-very-long-beginning-of-an-address-{token}@example.org, 1",
			"pattern, +, reply-{token}@example.org, 0", "none, +,, 0"})
	void settingsThatMakeNoAddressAreRefused(String form, String delimiter, @Nullable String pattern, int faults) {
		var settings = new ReplyAddresses(
				ReplyAddresses.Form.valueOf(form.toUpperCase(Locale.ROOT).replace('-', '_')), delimiter, pattern);
		try (var validation = Validation.buildDefaultValidatorFactory()) {
			assertThat(validation.getValidator().validate(settings)).hasSize(faults);
		}
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
