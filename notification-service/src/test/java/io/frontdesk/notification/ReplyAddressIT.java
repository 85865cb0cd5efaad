package io.frontdesk.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.frontdesk.events.Classification;
import io.frontdesk.events.MailReceived;
import io.frontdesk.events.MailReceived.Bounce;
import io.frontdesk.events.Person;
import io.frontdesk.events.reference.SignedReferences;
import io.frontdesk.identity.Callers;

@NotificationServiceTest
class ReplyAddressIT {

	private static final SignedReferences SIGNED = new SignedReferences(NotificationServiceTest.KEY);

	private final Post post;

	private final JdbcClient jdbc;

	private final JavaMailSenderImpl sender;

	private final Api root;

	@Autowired
	ReplyAddressIT(Post post, JdbcClient jdbc, JavaMailSenderImpl sender, MockMvcTester mvc) {
		this.post = post;
		this.jdbc = jdbc;
		this.sender = sender;
		this.root = new Api(mvc, Callers.superAdmin());
	}

	@Test
	void checkIsAMailToOurselvesThatSaysThatAnswersArriveOnceItDoes() {
		var address = begin("sent");
		assertThat(SIGNED.checkOfAddress(address)).isPresent();
		assertThat(SIGNED.inReplyAddress(address)).isEmpty();
		await().until(() -> this.post.inbox("support@frontdesk.test").stream()
				.anyMatch(mail -> mail.header("Delivered-To").orElse("").equals(address)));
		this.post.tell(mail(Classification.LOOP, address, null));
		await().until(() -> last("state").equals("arrived"));
		assertThat(begin("sent")).isNotEqualTo(address);
	}

	@Test
	void checkThatAServerRefusesOrThatComesBackSaysWhy() throws Exception {
		begin("sent");
		this.post.tell(mail(Classification.BOUNCE, "support@frontdesk.test", bounce()));
		await().until(() -> last("state").equals("refused"));
		assertThat(last("reason")).startsWith("550 5.1.1 no such box").contains("REPLYADDRESS_DELIMITER");

		var port = this.sender.getPort();
		try (var server = new ScriptedSmtp(null)) {
			server.answer("RCPT", "550 5.1.1 Recipient address rejected: User unknown");
			this.sender.setPort(server.port());
			begin("refused");
			assertThat(last("reason")).startsWith("550 5.1.1 Recipient address rejected: User unknown. Let the mail");
		} finally {
			this.sender.setPort(port);
		}
	}

	@Test
	void checkThatNeverArrivesIsMissing() {
		begin("sent");
		this.jdbc.sql("update reply_address_check set begun_at = begun_at - interval '11 minutes'").update();
		assertThat(last("state")).isEqualTo("missing");
		assertThat(last("reason")).contains("is in no mailbox of ours");
	}

	private String begin(String state) {
		var begun = this.root.post("/notifications/reply-address/check", null);
		assertThat(begun).hasStatusOk();
		assertThat(Api.json(begun).get("state").asString()).isEqualTo(state);
		return Api.json(begun).get("address").asString();
	}

	private String last(String field) {
		return Api.json(this.root.get("/notifications/reply-address")).at("/lastCheck/" + field).asString("");
	}

	private Bounce bounce() {
		var messageId = this.jdbc.sql("select message_id from reply_address_check order by begun_at desc limit 1")
				.query(String.class)
				.single();
		return new Bounce(List.of(), List.of(), true, "failed", "5.1.1", "550 5.1.1 no such box", messageId);
	}

	private static MailReceived mail(Classification classification, String to, @Nullable Bounce bounce) {
		return new MailReceived(UUID.randomUUID(), "support@frontdesk.test", Instant.EPOCH, null, null, List.of(),
				Person.of("support@frontdesk.test", ""), List.of(to), List.of(), List.of(to), "Check", "", "", null,
				List.of(), "blob", classification, false, bounce, List.of("It was sent by us"), null, null,
				List.of("support@frontdesk.test"));
	}

}
