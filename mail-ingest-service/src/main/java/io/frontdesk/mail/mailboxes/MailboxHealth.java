package io.frontdesk.mail.mailboxes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.frontdesk.mail.intake.IntakeSettings;
import io.frontdesk.mail.intake.IntakeSettings.Mailbox;
import io.frontdesk.mail.mailboxes.MailboxState.Health;

/** How the mailboxes are, in the database: any instance can be asked, whichever watches. */
@Component
public class MailboxHealth {

	private final JdbcClient jdbc;

	private final InstantSource clock;

	private final IntakeSettings settings;

	MailboxHealth(JdbcClient jdbc, InstantSource clock, IntakeSettings settings) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.settings = settings;
	}

	/**
	 * All that was in the mailbox is in the ledger.
	 *
	 * @param warning what should be seen to all the same, in words; null if nothing
	 */
	public void emptied(String mailbox, @Nullable String warning) {
		this.jdbc.sql("""
				insert into mailbox_health as h (mailbox, last_success_at, error, error_since, degraded)
				values (:mailbox, :now, :warning, case when :warning::text is null then null else :now end, true)
				on conflict (mailbox) do update
				set last_success_at = :now, error = excluded.error, degraded = true,
				    error_since = case when excluded.error is null then null else coalesce(h.error_since, :now) end
				""").param("mailbox", mailbox).param("now", now()).param("warning", warning).update();
	}

	/**
	 * A mail of it is in the ledger, and there may be more.
	 *
	 * @param receivedAt when the mail server took it
	 */
	public void moved(String mailbox, Instant receivedAt) {
		var lag = Duration.between(receivedAt, this.clock.instant());
		this.jdbc.sql("""
				insert into mailbox_health (mailbox, last_success_at, lag_seconds) values (:mailbox, :now, :lag)
				on conflict (mailbox) do update set last_success_at = :now, lag_seconds = :lag
				""")
				.param("mailbox", mailbox)
				.param("now", now())
				.param("lag", Math.max(0, lag.toMillis()) / 1_000d)
				.update();
	}

	/** @param error in words */
	public void failed(String mailbox, String error) {
		this.jdbc.sql("""
				insert into mailbox_health as h (mailbox, error, error_since) values (:mailbox, :error, :now)
				on conflict (mailbox) do update
				set error = :error, degraded = false, error_since = coalesce(h.error_since, :now)
				""").param("mailbox", mailbox).param("error", error).param("now", now()).update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	/** All that are configured, in their order. */
	public List<MailboxState> states() {
		return this.settings.mailboxes().stream().map(this::state).toList();
	}

	MailboxState state(Mailbox mailbox) {
		return this.jdbc.sql("""
				select h.*, l.holder
				from (values (cast(:mailbox as text))) as m (mailbox)
				left join mailbox_health h using (mailbox)
				left join mailbox_lease l on l.mailbox = m.mailbox and l.held_until >= now()
				""").param("mailbox", mailbox.address()).query((row, _) -> read(mailbox, row)).single();
	}

	private MailboxState read(Mailbox mailbox, ResultSet row) throws SQLException {
		var success = instant(row, "last_success_at");
		var error = row.getString("error");
		var degraded = row.getBoolean("degraded");
		var holder = row.getString("holder");
		var late = (error == null || degraded) && success != null
				&& success.plus(patience()).isBefore(this.clock.instant());
		return new MailboxState(mailbox.address(), mailbox.folder(), mailbox.project(), mailbox.priority(),
				late ? Health.FAILING : health(success, error, degraded), holder, success,
				row.getObject("lag_seconds", Double.class), late ? lateness(holder) : error,
				late ? Objects.requireNonNull(success) : instant(row, "error_since"));
	}

	private static Health health(@Nullable Instant success, @Nullable String error, boolean degraded) {
		if (error != null) {
			return degraded ? Health.DEGRADED : Health.FAILING;
		}
		return (success != null) ? Health.HEALTHY : Health.UNKNOWN;
	}

	private static String lateness(@Nullable String holder) {
		return (holder == null)
				? "No instance looks into it. See that mail-ingest-service runs and reaches its database"
				: "%s watches it and comes to no end: a very large mail, or a server that hardly answers. If it lasts, start that instance again"
						.formatted(holder);
	}

	/** After how long without success a mailbox is in trouble. */
	private Duration patience() {
		return this.settings.poll().multipliedBy(4).plusMinutes(1);
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		var time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

}
