package io.frontdesk.notification.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import jakarta.mail.MessagingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.frontdesk.events.Classification;
import io.frontdesk.events.DomainEvent;
import io.frontdesk.events.MailReceived.StoredFile;
import io.frontdesk.events.blobs.Blobs;
import io.frontdesk.events.reference.SignedReferences;
import io.frontdesk.events.sending.Events;
import io.frontdesk.local.mail.MailClient;
import io.frontdesk.local.mail.ReceivedMail;
import io.frontdesk.local.testing.RealServers;
import io.frontdesk.notification.Tickets;

@SpringBootTest(properties = "frontdesk.reference.key=" + PostmanIT.KEY)
@RealServers({RealServers.Kind.POSTGRES, RealServers.Kind.KAFKA, RealServers.Kind.MAIL})
class PostmanIT {

	static final String KEY = "000102030405060708090a0b0c0d0e0f";

	private final MailClient mail;

	private final Events events;

	private final TransactionTemplate transaction;

	private final JdbcClient jdbc;

	private final JavaMailSenderImpl sender;

	private final Blobs blobs;

	@TempDir
	private static Path directory;

	@Autowired
	PostmanIT(MailClient mail, Events events, PlatformTransactionManager transactions, JdbcClient jdbc,
			JavaMailSenderImpl sender, Blobs blobs) {
		this.mail = mail;
		this.events = events;
		this.transaction = new TransactionTemplate(transactions);
		this.jdbc = jdbc;
		this.sender = sender;
		this.blobs = blobs;
	}

	@DynamicPropertySource
	static void blobs(DynamicPropertyRegistry properties) {
		properties.add("frontdesk.blobs.directory", directory::toString);
	}

	@Test
	void newTicketIsAnsweredWithAMailThatCanBeAnswered() throws Exception {
		publish(Tickets.created(2233444, "dora@example.org", Classification.PERSON));
		var reply = await().atMost(Duration.ofMinutes(1))
				.until(() -> inbox("dora@example.org"), list -> list.size() == 1)
				.getFirst();
		assertThat(reply.subject()).isEqualTo("Re: Printer on fire [#2233444]");
		assertThat(reply.text()).contains("your ticket id is 2233444");
		assertThat(reply.inReplyTo()).hasValue("<first-2233444@example.org>");
		assertThat(reply.header("Auto-Submitted")).hasValue("auto-replied");
		assertThat(reply.header("X-Auto-Response-Suppress")).hasValue("All");
		assertThat(reply.header("Return-Path").orElse("<>")).isEqualTo("<>");
		var signed = new SignedReferences(KEY);
		assertThat(signed.ticketOfMessageId(reply.messageId())).hasValue(2233444);
		assertThat(signed.ticketOfReplyAddress(reply.header("Reply-To").orElseThrow())).hasValue(2233444);
	}

	@Test
	void replyGoesToTheRequesterAndTheCopiesWithWhatIsAttached() throws Exception {
		var blob = this.blobs.store(out -> out.write("a,b".getBytes(StandardCharsets.UTF_8)));
		publish(Tickets.replied(2233448, "asker@example.org", "Pull the plug.",
				List.of(new StoredFile("plug.csv", "text/csv", blob.size(), blob.key(), blob.key()))));
		var reply = await().atMost(Duration.ofMinutes(1))
				.until(() -> inbox("asker@example.org"), list -> list.size() == 1)
				.getFirst();
		assertThat(reply.text()).startsWith("Pull the plug.").contains("Alice Adams", "[attached: plug.csv]");
		assertThat(reply.header("Auto-Submitted")).isEmpty();
		await().atMost(Duration.ofMinutes(1)).until(() -> inbox("boss@example.org").size() == 1);
	}

	@Test
	void eventToldTwiceIsOneMail() throws Exception {
		var handledBefore = handledEvents();
		publish(Tickets.created(2233445, "twice@example.org", Classification.PERSON));
		publish(Tickets.created(2233445, "twice@example.org", Classification.PERSON));
		publish(Tickets.closed(2233445, "twice@example.org", Tickets.ALICE));
		await().atMost(Duration.ofMinutes(1)).until(() -> handledEvents() >= handledBefore + 3);
		await().atMost(Duration.ofMinutes(1))
				.untilAsserted(() -> assertThat(states(2233445)).containsExactly("SENT: ", "SENT: "));
		assertThat(inbox("twice@example.org")).hasSize(2);
	}

	@Test
	void suppressedMailIsRecordedWithItsReason() {
		publish(Tickets.created(2233446, "robot@example.org", Classification.AUTO_REPLY));
		await().atMost(Duration.ofMinutes(1)).until(() -> states(2233446).size() == 1);
		assertThat(states(2233446)).containsExactly("SUPPRESSED: No person wrote the mail, but: auto-reply");
	}

	@Test
	void mailWaitsWhileTheMailServerIsAway() throws Exception {
		var port = this.sender.getPort();
		this.sender.setPort(1);
		try {
			publish(Tickets.created(2233447, "patient@example.org", Classification.PERSON));
			await().atMost(Duration.ofMinutes(1)).until(() -> states(2233447).stream()
					.anyMatch(state -> state.startsWith("PENDING: ")));
		} finally {
			this.sender.setPort(port);
		}
		this.jdbc.sql("update delivery set next_attempt_at = now() where ticket_id = 2233447").update();
		await().atMost(Duration.ofMinutes(1)).until(() -> inbox("patient@example.org").size() == 1);
		assertThat(states(2233447)).containsExactly("SENT: ");
	}

	private void publish(DomainEvent event) {
		this.transaction.executeWithoutResult(_ -> this.events.publish(event));
	}

	private List<ReceivedMail> inbox(String address) throws MessagingException {
		return this.mail.inbox(address);
	}

	private long handledEvents() {
		return this.jdbc.sql("select count(*) from inbox").query(Long.class).single();
	}

	private List<String> states(long ticket) {
		return this.jdbc.sql("select state || ': ' || coalesce(reason, '') from delivery where ticket_id = ?")
				.param(ticket)
				.query(String.class)
				.list();
	}

}
