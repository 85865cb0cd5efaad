package io.frontdesk.notification.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.frontdesk.events.Authentication.Proof;
import io.frontdesk.events.Classification;
import io.frontdesk.events.Person;
import io.frontdesk.events.TicketCreated;
import io.frontdesk.events.TicketMessageAdded;
import io.frontdesk.events.TicketStatusChanged;
import io.frontdesk.events.UserChanged;
import io.frontdesk.identity.standing.Registrar;
import io.frontdesk.notification.NotificationServiceTest;
import io.frontdesk.notification.Post;
import io.frontdesk.notification.Tickets;

/** Who is mailed about a ticket, and what of the sender's words. */
@NotificationServiceTest
class AnsweredElsewhereIT {

	private final long ticket = Post.newTicket();

	private final String work = "nora-%d@work.example".formatted(this.ticket);

	private final String home = "nora-%d@home.example".formatted(this.ticket);

	private final Post post;

	private final Registrar registrar;

	private final JdbcClient jdbc;

	@Autowired
	AnsweredElsewhereIT(Post post, Registrar registrar, JdbcClient jdbc) {
		this.post = post;
		this.registrar = registrar;
		this.jdbc = jdbc;
	}

	@Test
	void whatProvesTheSenderProvesNoReplyTo() {
		open();
		var reply = this.post.inbox(this.home, 1).getFirst();
		assertThat(reply.subject()).isEqualTo("Your request [#%d]".formatted(this.ticket));
		assertThat(reply.text()).doesNotContain("Printer", "Quist");
		this.post.tell(closed());
		assertThat(this.post.inbox(this.home, 2)).allSatisfy(
				mail -> assertThat(mail.subject()).isEqualTo("Your request [#%d]".formatted(this.ticket)));
		assertThat(this.post.inbox(this.work)).isEmpty();
	}

	@Test
	void staffAnswerWhereTheRequesterWantsIt() {
		open();
		this.post.settled(this.ticket, 1);
		var reply = Tickets.replied(this.ticket, this.work, "Pull the plug.", null,
				List.of(this.home, "TIM@work.example", "tim@work.example", "Support@frontdesk.test",
						"support+1-x@frontdesk.test"),
				List.of());
		this.post.tell(new TicketMessageAdded(reply.actor(), reply.message(),
				Tickets.answeredAt(this.home, reply.ticket()), null));
		var mail = this.post.inbox(this.home, 2).getLast();
		assertThat(mail.to()).isEqualTo(this.home);
		assertThat(mail.header("Cc")).hasValue("tim@work.example");
		assertThat(this.post.inbox(this.work)).isEmpty();
		this.post.tell(closed());
		assertThat(this.post.inbox(this.home, 3).getLast().subject()).as("staff know them").contains("Printer on fire");
	}

	@Test
	void whoeverStaffMakeTheRequesterIsMailedInWordsAndByName() {
		this.post.tell(Tickets.created(this.ticket, this.work, Classification.AUTO_REPLY));
		this.post.settled(this.ticket, 1);
		this.post.tell(Tickets.handedOver(this.ticket, this.home));
		await().atMost(Duration.ofMinutes(1))
				.until(() -> this.jdbc.sql("select standing from ticket_standing where ticket_id = ?")
						.param(this.ticket)
						.query(String.class)
						.single()
						.equals("PROVEN"));
		var closed = Tickets.closed(this.ticket, this.home, Tickets.ALICE);
		this.post.tell(new TicketStatusChanged(closed.actor(), closed.from(), closed.to(),
				Tickets.handedOver(this.ticket, this.home).ticket()));
		var mail = this.post.inbox(this.home, 1).getFirst();
		assertThat(mail.subject()).contains("Printer on fire");
		assertThat(mail.text()).contains("Hello Nora Quist,");
		assertThat(this.post.inbox(this.work)).isEmpty();
	}

	@Test
	void whoWasDeactivatedIsNeverMailed() {
		var eve = Person.of(this.home, "Eve Young");
		this.registrar.hear(new UserChanged(eve.id(), eve.email(), "Eve", "Young", null, false, false, 1),
				Instant.EPOCH);
		this.post.tell(Tickets.created(this.ticket, this.home, Proof.PROVEN),
				Tickets.replied(this.ticket, this.home, "Pull the plug.", null, List.of(this.work), List.of()));
		assertThat(this.post.settled(this.ticket, 3)).containsExactly("SENT: ",
				"SUPPRESSED: The recipient was deactivated, and gets no mail until they are active again",
				"SUPPRESSED: The recipient was deactivated, and gets no mail until they are active again");
		assertThat(this.post.inbox(this.home)).isEmpty();
	}

	private void open() {
		var created = Tickets.created(this.ticket, this.work, Proof.PROVEN);
		this.post.tell(new TicketCreated(created.actor(), Tickets.answeredAt(this.home, created.ticket()),
				created.mail()));
		this.post.settled(this.ticket, 1);
	}

	private TicketStatusChanged closed() {
		var closed = Tickets.closed(this.ticket, this.work, Tickets.ALICE);
		return new TicketStatusChanged(closed.actor(), closed.from(), closed.to(),
				Tickets.answeredAt(this.home, closed.ticket()));
	}

}
