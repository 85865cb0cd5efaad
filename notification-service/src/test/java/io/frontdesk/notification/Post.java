package io.frontdesk.notification;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.mail.MessagingException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import io.frontdesk.events.DomainEvent;
import io.frontdesk.events.sending.Events;
import io.frontdesk.local.mail.MailClient;
import io.frontdesk.local.mail.ReceivedMail;

/** Tells events as ticket-service does, and looks at what comes of them. */
public class Post {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final AtomicLong TICKETS = new AtomicLong(4_000_000);

	private final Events events;

	private final TransactionTemplate transaction;

	private final MailClient mail;

	private final JdbcClient jdbc;

	Post(Events events, PlatformTransactionManager transactions, MailClient mail, JdbcClient jdbc) {
		this.events = events;
		this.transaction = new TransactionTemplate(transactions);
		this.mail = mail;
		this.jdbc = jdbc;
	}

	public static long newTicket() {
		return TICKETS.incrementAndGet();
	}

	public void tell(DomainEvent... told) {
		for (var event : told) {
			this.transaction.executeWithoutResult(_ -> this.events.publish(event));
		}
	}

	/** The mails in that inbox, once there are so many. */
	public List<ReceivedMail> inbox(String address, int mails) {
		await().atMost(PATIENCE).until(() -> inbox(address).size() >= mails);
		return inbox(address);
	}

	public List<ReceivedMail> inbox(String address) {
		try {
			return this.mail.inbox(address);
		} catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The states of a ticket's deliveries in alphabetical order, once there are so many and none is pending. */
	public List<String> settled(long ticket, int deliveries) {
		await().atMost(PATIENCE).until(() -> states(ticket).size() >= deliveries
				&& states(ticket).stream().noneMatch(state -> state.startsWith("PENDING")));
		return states(ticket);
	}

	public List<String> states(long ticket) {
		return this.jdbc
				.sql("select state || ': ' || coalesce(reason, '') as line from delivery where ticket_id = ? order by line")
				.param(ticket)
				.query(String.class)
				.list();
	}

	/** As if its mails had been tried for so long. */
	public void age(long ticket, Duration time) {
		this.jdbc.sql("update delivery set tried_since = tried_since - make_interval(secs => ?) where ticket_id = ?")
				.params(time.toSeconds(), ticket)
				.update();
	}

	/** Doesn't wait for the next try. */
	public void hurry(long ticket) {
		this.jdbc.sql("update delivery set next_attempt_at = now() where ticket_id = ? and state = 'PENDING'")
				.param(ticket)
				.update();
	}

}
