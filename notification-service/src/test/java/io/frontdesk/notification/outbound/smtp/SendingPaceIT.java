package io.frontdesk.notification.outbound.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import io.frontdesk.notification.NotificationServiceTest;
import io.frontdesk.notification.Post;
import io.frontdesk.notification.outbound.Kind;
import io.frontdesk.notification.outbound.MailServer;
import io.frontdesk.notification.outbound.OutboundSettings;
import io.frontdesk.notification.outbound.OutgoingMail;

@NotificationServiceTest
class SendingPaceIT {

	private static final int PER_SECOND = 20;

	private static final int MAILS = 21;

	private final SmtpConnections connections;

	private final SmtpSessions sessions;

	private final MimeMails mails;

	private final JavaMailSenderImpl sender;

	private final OutboundSettings settings;

	private final InstantSource clock;

	private final Post post;

	@Autowired
	SendingPaceIT(SmtpConnections connections, SmtpSessions sessions, MimeMails mails, JavaMailSenderImpl sender,
			OutboundSettings settings,
			InstantSource clock, Post post) {
		this.connections = connections;
		this.sessions = sessions;
		this.mails = mails;
		this.sender = sender;
		this.settings = settings;
		this.clock = clock;
		this.post = post;
	}

	@Test
	void allSendersTogetherKeepThePace() throws Exception {
		var server = new SmtpServer(this.connections, this.sessions, this.mails, this.sender, new OutboundSettings(
				this.settings.address(), this.settings.ours(), this.settings.name(), 4, PER_SECOND,
				this.settings.giveUpAfter(), this.settings.connection()), this.clock);
		var recipient = "paced-%s@example.org".formatted(UUID.randomUUID());
		var began = System.nanoTime();
		try (var senders = Executors.newFixedThreadPool(4)) {
			var answers = IntStream.range(0, MAILS).mapToObj(_ -> senders.submit(() -> server.send(mail(recipient))))
					.toList();
			for (var answer : answers) {
				assertThat(answer.get()).isInstanceOf(MailServer.Answer.Taken.class);
			}
		}
		assertThat(Duration.ofNanos(System.nanoTime() - began))
				.isGreaterThanOrEqualTo(Duration.ofSeconds(1).multipliedBy(MAILS - 1).dividedBy(PER_SECOND));
		assertThat(this.post.inbox(recipient)).hasSize(MAILS);
	}

	private static OutgoingMail mail(String recipient) {
		return new OutgoingMail(Kind.CREATED, Post.newTicket(), recipient, recipient, List.of(), "Subject", "Text",
				null,
				"<%s@frontdesk.test>".formatted(UUID.randomUUID()), null, List.of(), List.of());
	}

}
