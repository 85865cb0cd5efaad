package io.frontdesk.mail.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;

import io.frontdesk.events.Authentication.Proof;
import io.frontdesk.events.Classification;
import io.frontdesk.events.MailReceived;

class SenderTests {

	private static final String GROUP = """
			From: 'Nora Quist' via Lab <lab@group.example>
			To: lab@group.example
			List-ID: <lab.group.example>
			Mailing-list: list lab@group.example; contact lab+owners@group.example
			""";

	@ParameterizedTest
	@ValueSource(strings = {"noreply@shop.example", "no_reply@shop.example", "shop.do-not-reply@shop.example",
			"nicht-antworten@shop.example", "nepasrepondre@shop.example", "no-responder@shop.example",
			"support@frontdesk.test", "support+web@frontdesk.test", "wordpress@shop.example"})
	void formThatNobodyReadsIsByWhomItNames(String form) throws Exception {
		var reading = read("From: Shop <%s>\nTo: support@frontdesk.test\nReply-To: Nora Quist <Nora@home.example>\n"
				.formatted(form));
		assertSender(reading, "nora@home.example", "Nora Quist", form, null);
		assertThat(reading.classification()).isEqualTo(Classification.PERSON);
	}

	@Test
	void formThatNamesNobodyElseIsItsOwn() throws Exception {
		assertSender(read("From: Shop <noreply@shop.example>\nReply-To: noreply@shop.example\n"),
				"noreply@shop.example",
				"Shop", null, null);
		var own = read("From: support@frontdesk.test\nReply-To: support+7654321-abc@frontdesk.test\n");
		assertThat(own.classification()).isEqualTo(Classification.LOOP);
	}

	@Test
	void nameOfAFormIsNotTheClients() throws Exception {
		assertSender(read("From: Shop <noreply@shop.example>\nReply-To: nora@home.example, tim@home.example\n"),
				"nora@home.example", "", "noreply@shop.example", null);
	}

	@Test
	void personsOwnReplyToIsWhereTheyWantAnswers() throws Exception {
		assertSender(read("From: Nora Quist <nora@work.example>\nReply-To: <Nora@home.example>\n"), "nora@work.example",
				"Nora Quist", null, "nora@home.example");
	}

	@ParameterizedTest
	@ValueSource(strings = {"Nora <NORA@work.example>", "{{ email }}", "support@frontdesk.test", "noreply@work.example",
			"tim@home.example, nora@work.example", "desk@alias.example", ""})
	void replyToThatNamesNobodyElseChangesNothing(String replyTo) throws Exception {
		assertSender(read("From: Nora Quist <nora@work.example>\nTo: desk@alias.example\nSender: tim@work.example\n"
				+ "Reply-To: %s\n".formatted(replyTo)), "nora@work.example", "Nora Quist", null, null);
	}

	@ParameterizedTest
	@ValueSource(strings = {"X-Original-From: Nora Quist <nora@home.example>\nReply-To: lab@group.example\n",
			"X-Original-Sender: nora@home.example\nReply-To: lab@group.example\n",
			"Reply-To: Nora Quist <nora@home.example>\n", "Reply-To: lab@group.example, nora@home.example\n",
			"Reply-To: lab@group.example\nCc: Tim <tim@home.example>, Nora Quist <nora@home.example>\n"})
	void listThatStandsInFromIsNotTheSender(String named) throws Exception {
		var reading = read(GROUP + named);
		assertSender(reading, "nora@home.example", "Nora Quist", "lab@group.example", null);
		assertThat(reading.classification()).isEqualTo(Classification.LIST);
	}

	@ParameterizedTest
	@ValueSource(strings = {"Nora Quist via Lab", "Nora Quist über Lab", "Nora Quist (via Lab)",
			"Nora Quist через Лаборатория"})
	void listSaysViaInManyLanguages(String name) throws Exception {
		assertSender(
				read("From: %s <lab@group.example>\nTo: lab@group.example\nList-Post: <mailto:lab@group.example>\n"
						.formatted(name) + "Reply-To: nora@home.example\n"),
				"nora@home.example", "Nora Quist", "lab@group.example", null);
	}

	@Test
	void listIsKnownAmongThoseWhomTheMailWasSentTo() throws Exception {
		assertThat(lists("Mailing-List: list lab@group.example; contact lab-owner@group.example\n"))
				.containsExactly("lab@group.example");
		assertThat(lists("List-Id: Our lab <lab.group.example>\n")).containsExactly("lab@group.example");
		assertThat(lists("List-Post: NO (announcements)\n")).isEmpty();
		assertThat(lists("List-Id: Another <board.group.example>\n")).isEmpty();
		assertThat(lists("")).isEmpty();
	}

	private static List<String> lists(String mark) throws Exception {
		return read("From: Nora Quist <nora@home.example>\nTo: Lab <Lab@group.example>, support@frontdesk.test\n"
				+ "Cc: Tim <tim@home.example>\n" + mark).provenance().lists();
	}

	@Test
	void listThatIsOurselvesIsNoLoop() throws Exception {
		var reading = read("From: Nora Quist via Support <support@frontdesk.test>\nTo: support@frontdesk.test\n"
				+ "X-Original-Sender: nora@home.example\nList-Id: <support.frontdesk.test>\n");
		assertSender(reading, "nora@home.example", "Nora Quist", "support@frontdesk.test", null);
		assertThat(reading.classification()).isEqualTo(Classification.LIST);
	}

	@Test
	void mailOfOursThatAListHandsBackIsALoop() throws Exception {
		assertThat(read(GROUP + "X-Original-From: Desk <support@frontdesk.test>\n").classification())
				.isEqualTo(Classification.LOOP);
	}

	@Test
	void listThatLeftFromAloneIsNotWhereAnswersGo() throws Exception {
		assertSender(read("From: Nora Quist <nora@home.example>\nTo: lab@group.example\nList-Id: <lab.group.example>\n"
				+ "X-Original-Sender: bounce-7@relay.example\nReply-To: lab@group.example\n"), "nora@home.example",
				"Nora Quist", null, null);
	}

	@Test
	void personWhoIsCalledSoIsNoList() throws Exception {
		assertSender(read("From: Nora via Quist <nora@work.example>\nReply-To: nora@home.example\n"),
				"nora@work.example", "Nora via Quist", null, "nora@home.example");
	}

	@Test
	void whatVouchesForFromVouchesForNobodyElse() throws Exception {
		var listed = read("Authentication-Results: mx.example; dmarc=pass header.from=group.example; dkim=fail"
				+ " header.d=home.example\n" + GROUP + "X-Original-From: nora@home.example\n");
		assertThat(listed.provenance().by(List.of("mx.example"), "nora@home.example").proof()).isEqualTo(Proof.NONE);
		var form = read("Authentication-Results: mx.example; dmarc=fail header.from=shop.example\n"
				+ "From: noreply@shop.example\nReply-To: nora@home.example\n");
		assertThat(form.provenance().by(List.of("mx.example"), "nora@home.example").proof()).isEqualTo(Proof.FAILED);
	}

	@Test
	void threadIndexTellsTheConversation() throws Exception {
		assertThat(thread(new byte[22])).isEqualTo(new MailReceived.Thread("A".repeat(30), false));
		assertThat(thread(new byte[32])).isEqualTo(new MailReceived.Thread("A".repeat(30), true));
		assertThat(thread(new byte[21])).isNull();
		assertThat(thread(new byte[23])).isNull();
		assertThat(read("From: nora@home.example\nThread-Index: so what?\n").provenance().thread()).isNull();
	}

	private static MailReceived.Thread thread(byte[] index) throws Exception {
		var encoded = Base64.getMimeEncoder(20, new byte[]{'\n', ' '}).encodeToString(index);
		return read("From: nora@home.example\nThread-Index: %s\n".formatted(encoded)).provenance().thread();
	}

	private static Reading read(String headers) throws Exception {
		return Letter.READER.read(
				new ByteArrayResource(
						(headers + "Subject: Kettle\nContent-Type: text/plain; charset=utf-8\n\nIt drips.\n")
								.getBytes(StandardCharsets.UTF_8)),
				address -> address.replaceFirst("\\+[^@]*@", "@").equals("support@frontdesk.test"));
	}

	private static void assertSender(Reading reading, String address, String name, String via, String answerTo) {
		var from = reading.from();
		assertThat(from.email()).isEqualTo(address);
		assertThat((from.firstName() + " " + from.lastName()).strip()).isEqualTo(name);
		assertThat(reading.provenance().via()).isEqualTo(via);
		assertThat(reading.provenance().answerTo()).isEqualTo(answerTo);
	}

}
