package io.frontdesk.mail.mailboxes;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One instance at a time watches a mailbox. It says so every few seconds; once a killed one no longer does, another takes
 * over. By the database's clock. Should two ever watch, the ledger still takes each mail once.
 */
@Component
public class MailboxLease {

	private static final Logger log = LoggerFactory.getLogger(MailboxLease.class);

	private static final Duration LIFE = Duration.ofSeconds(10);

	private final JdbcClient jdbc;

	/** Told apart from another start of the same process in the same container. */
	private final String holder;

	MailboxLease(JdbcClient jdbc) {
		this.jdbc = jdbc;
		this.holder = "%s/%d/%s".formatted(host(), ProcessHandle.current().pid(),
				UUID.randomUUID().toString().substring(0, 8));
	}

	private static String host() {
		try {
			return InetAddress.getLocalHost().getHostName();
		} catch (UnknownHostException _) {
			return "localhost";
		}
	}

	/**
	 * Empty while another instance watches.
	 *
	 * @param timer by which it is kept
	 */
	public Optional<Held> take(String mailbox, ScheduledExecutorService timer) {
		return claim(mailbox) ? Optional.of(new Held(mailbox, timer)) : Optional.empty();
	}

	private boolean claim(String mailbox) {
		return this.jdbc.sql("""
				insert into mailbox_lease as l (mailbox, holder, held_until)
				values (:mailbox, :holder, now() + make_interval(secs => :life))
				on conflict (mailbox) do update set holder = excluded.holder, held_until = excluded.held_until
				where l.holder = excluded.holder or l.held_until < now()
				""")
				.param("mailbox", mailbox)
				.param("holder", this.holder)
				.param("life", LIFE.toSeconds())
				.update() == 1;
	}

	private void release(String mailbox) {
		this.jdbc.sql("delete from mailbox_lease where mailbox = ? and holder = ?")
				.params(mailbox, this.holder)
				.update();
	}

	public final class Held implements AutoCloseable {

		private final String mailbox;

		private final ScheduledFuture<?> renewal;

		private volatile boolean held = true;

		private Held(String mailbox, ScheduledExecutorService timer) {
			this.mailbox = mailbox;
			var pause = LIFE.toMillis() / 3;
			this.renewal = timer.scheduleWithFixedDelay(this::renew, pause, pause, TimeUnit.MILLISECONDS);
		}

		private synchronized void renew() {
			if (!this.held) {
				return;
			}
			try {
				this.held = claim(this.mailbox);
			} catch (RuntimeException ex) {
				log.warn("The lease of {} can't be renewed: {}", this.mailbox, ex.toString());
				this.held = false;
			}
		}

		public boolean isHeld() {
			return this.held;
		}

		@Override
		public synchronized void close() {
			this.held = false;
			this.renewal.cancel(false);
			release(this.mailbox);
		}

	}

}
