package io.frontdesk.events.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

	private static final String DORA = "dora@example.org";

	private static final String ALICE = "alice@frontdesk.test";

	private static final String OURS = "support@frontdesk.test";

	private final SignedReferences references = new SignedReferences(KEY);

	@Test
	void ownMessageIdsAreFoundInAText() {
		var one = this.references.messageId(2233444, MAIL, DORA, "frontdesk.test");
		var other = this.references.messageId(2233445, MAIL, null, "frontdesk.test").replaceAll("[<>]", "");
		assertThat(SignedReferences.messageIdsIn("> Message-ID: %s\n> <a@example.org>\n(%s).".formatted(one, other)))
				.containsExactly(one, other)
				.allMatch(id -> this.references.inMessageId(id).isPresent());
	}

	@Test
	void ownMessageIdNamesItsTicket() {
		var id = this.references.messageId(2233444, MAIL, DORA, "frontdesk.test");
		assertThat(id).startsWith("<2233444.").endsWith("@frontdesk.test>");
		assertThat(ticketOfMessageId(id)).hasValue(2233444L);
	}

	@Test
	void ownReplyAddressNamesItsTicketInAnyCase() {
		var address = this.references.replyAddress(2233444, DORA, OURS);
		assertThat(address.substring(0, address.indexOf('@'))).hasSize(40);
		assertThat(ticketOfReplyAddress(address.toUpperCase(Locale.ROOT))).hasValue(2233444L);
		assertThat(local(this.references.replyAddress(999_999_999_999_999_999L, DORA, OURS))).hasSizeLessThan(64);
	}

	@Test
	void replyAddressSaysForWhomItWasWritten() {
		var address = this.references.replyAddress(2233444, " Dora@Example.ORG", OURS);
		assertThat(this.references.inReplyAddress(address)).hasValueSatisfying(
				found -> assertThat(List.of(found.isFor(DORA), found.isFor("DORA@example.org"), found.isFor(ALICE),
						found.isForSeveral())).containsExactly(true, true, false, false));
	}

	@Test
	void messageIdSaysForWhomAloneItWasWritten() {
		assertThat(this.references.inMessageId(this.references.messageId(2233444, MAIL, DORA, "frontdesk.test")))
				.hasValueSatisfying(found -> assertThat(List.of(found.isFor(DORA), found.isFor(ALICE),
						found.isForSeveral())).containsExactly(true, false, false));
		assertThat(this.references.inMessageId(this.references.messageId(2233444, MAIL, null, "frontdesk.test")))
				.hasValueSatisfying(found -> assertThat(List.of(found.isFor(DORA), found.isForSeveral()))
						.containsExactly(false, true));
	}

	@Test
	void tagOfAnotherRecipientBreaksTheSignature() {
		var doras = local(this.references.replyAddress(2233444, DORA, OURS));
		var alices = local(this.references.replyAddress(2233444, ALICE, OURS));
		var tag = "support+2233444-".length();
		var forged = alices.substring(0, tag + 8) + doras.substring(tag + 8) + "@frontdesk.test";
		assertThat(ticketOfReplyAddress(doras + "@frontdesk.test")).hasValue(2233444L);
		assertThat(ticketOfReplyAddress(forged)).isEmpty();
		var dorasId = this.references.messageId(2233444, MAIL, DORA, "frontdesk.test");
		var alicesId = this.references.messageId(2233444, MAIL, ALICE, "frontdesk.test");
		var idsTag = "<2233444.%s.".formatted(MAIL).length();
		assertThat(ticketOfMessageId(alicesId.substring(0, idsTag + 8) + dorasId.substring(idsTag + 8))).isEmpty();
	}

	@Test
	void personIsTaggedOtherwiseInEachTicket() {
		var tag = "support+2233444-".length();
		assertThat(this.references.replyAddress(2233444, DORA, OURS).substring(tag, tag + 8))
				.isNotEqualTo(this.references.replyAddress(2233445, DORA, OURS).substring(tag, tag + 8));
	}

	@Test
	void addressesBeyondAsciiAreToldApart() {
		var address = this.references.replyAddress(2233444, "jörg@example.org", OURS);
		assertThat(this.references.inReplyAddress(address))
				.hasValueSatisfying(
						found -> assertThat(List.of(found.isFor("JöRG@example.org"), found.isFor("JÖRG@example.org"),
								found.isFor("järg@example.org"), found.isFor("j?rg@example.org")))
								.containsExactly(true, false, false, false));
	}

	private Optional<Long> ticketOfMessageId(String id) {
		return this.references.inMessageId(id).map(SignedReferences.Reference::ticket);
	}

	private Optional<Long> ticketOfReplyAddress(String address) {
		return this.references.inReplyAddress(address).map(SignedReferences.Reference::ticket);
	}

	private static String local(String address) {
		return address.substring(0, address.indexOf('@'));
	}

	@ParameterizedTest
	@CsvSource({"sub-address, +,, support+%s@frontdesk.test", "sub-address, -,, support-%s@frontdesk.test",
			"sub-address, =,, support=%s@frontdesk.test",
			"pattern, +, reply-{token}@tickets.example.com, reply-%s@tickets.example.com",
			"pattern, +, {token}.r@tickets.example.com, %s.r@tickets.example.com",
			"pattern, +, {token}42@tickets.example.com, %s42@tickets.example.com"})
	void replyAddressOfAnyFormNamesItsTicketToWhoeverHasTheKey(String form, String delimiter, @Nullable String pattern,
			String wanted) {
		var formed = new SignedReferences(KEY, new ReplyAddresses(
				ReplyAddresses.Form.valueOf(form.toUpperCase(Locale.ROOT).replace('-', '_')), delimiter, pattern));
		var address = formed.replyAddress(2233444, DORA, OURS);
		assertThat(address).matches(Pattern.quote(wanted).replace("%s", "\\E2233444-[0-9a-v]{24}\\Q"));
		assertThat(ticketOfReplyAddress(address)).hasValue(2233444L);
		assertThat(ticketOfReplyAddress(address.toUpperCase(Locale.ROOT))).hasValue(2233444L);
		assertThat(ticketOfReplyAddress("prvs=0123456789=" + address)).hasValue(2233444L);
		assertThat(ticketOfReplyAddress(address.replace("+", "%2B"))).hasValue(2233444L);
		assertThat(ticketOfReplyAddress(address.replace("2233444", "2233445"))).isEmpty();
		assertThat(ticketOfReplyAddress(address.replaceFirst("-([0-9a-v])[0-9a-v]", "-$1"))).isEmpty();
	}

	@Test
	void withoutAReplyAddressAnswersComeToThePlainOne() {
		var plain = new SignedReferences(KEY, new ReplyAddresses(ReplyAddresses.Form.NONE, "+", null));
		assertThat(plain.replyAddress(2233444, DORA, OURS)).isEqualTo(OURS);
	}

	@Test
	void checkIsOfNoTicketAndATicketIsNoCheck() {
		var check = this.references.checkAddress(2233444, OURS);
		assertThat(this.references.checkOfAddress(check)).hasValue(2233444);
		assertThat(ticketOfReplyAddress(check)).isEmpty();
		assertThat(this.references.checkOfAddress(this.references.replyAddress(2233444, DORA, OURS)))
				.isEmpty();
	}

	@ParameterizedTest
	@CsvSource({"sub-address, +,, 0", "sub-address, ab,, 1", "sub-address, @,, 1", "pattern, +,, 1",
			"pattern, +, reply@example.org, 1", "pattern, +, reply@{token}.example.org, 1",
			"pattern, +, twenty-two-characters.{token}@example.org, 1",
			"pattern, +, twenty-1-characters.a{token}@example.org, 0",
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
		var id = this.references.messageId(2233444, MAIL, DORA, "frontdesk.test");
		assertThat(ticketOfMessageId(id.replace("2233444", "2233445"))).isEmpty();
		var address = this.references.replyAddress(2233444, DORA, OURS);
		assertThat(ticketOfReplyAddress(address.replace("2233444", "2233445"))).isEmpty();
	}

	@Test
	void signatureOfAnotherKeyIsWorthNothing() {
		var stranger = new SignedReferences("ff0102030405060708090a0b0c0d0e0f");
		assertThat(ticketOfMessageId(stranger.messageId(2233444, MAIL, DORA, "frontdesk.test"))).isEmpty();
	}

	@Test
	void signatureForAnotherPurposeIsWorthNothing() {
		var address = this.references.replyAddress(2233444, DORA, OURS);
		var signature = address.substring(address.indexOf('-') + 1, address.indexOf('@'));
		var forged = "<2233444.%s.%s@frontdesk.test>".formatted(MAIL, signature);
		assertThat(ticketOfMessageId(forged)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "<>", "support@frontdesk.test", "support+2233444@frontdesk.test",
			"<99999999999999999999999.x.y@z>", "+-@", "support+99999999999999999999-000000000000000000000000@x",
			"support+2233444-00000000000000000000@frontdesk.test"})
	void whatIsNotOursNamesNoTicket(String text) {
		assertThat(ticketOfMessageId(text)).isEmpty();
		assertThat(ticketOfReplyAddress(text)).isEmpty();
	}

	@Test
	void shortKeyIsRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new SignedReferences("0102"));
	}

}
