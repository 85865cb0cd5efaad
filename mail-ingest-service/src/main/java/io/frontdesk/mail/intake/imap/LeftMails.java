package io.frontdesk.mail.intake.imap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Mails that the ledger has and that are still where they came: they are not fetched again. Those that were moved away at
 * once, as they should be, are not among them.
 */
@Component
class LeftMails {

	private final JdbcClient jdbc;

	LeftMails(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Map<Long, LeftMail> of(Source source) {
		var mails = new HashMap<Long, LeftMail>();
		statement("select uid, state, copied_from, again_at from mailbox_left where " + Source.CONDITION, source)
				.query((row, _) -> read(row))
				.list()
				.forEach(mail -> mails.put(mail.uid(), mail));
		return mails;
	}

	private static LeftMail read(ResultSet row) throws SQLException {
		return new LeftMail(row.getLong("uid"), LeftMail.State.valueOf(row.getString("state")),
				row.getLong("copied_from"), row.getObject("again_at", OffsetDateTime.class).toInstant());
	}

	/** What is known of their copies stays known. */
	void add(Source source, Collection<Long> uids) {
		write(source, uids, LeftMail.State.TAKEN, -1, Instant.EPOCH, "do nothing");
	}

	/** @param copiedFrom the least UID that the copy can have */
	void copying(Source source, long uid, long copiedFrom) {
		write(source, List.of(uid), LeftMail.State.COPYING, copiedFrom, Instant.EPOCH, OVERWRITE);
	}

	void notCopied(Source source, long uid) {
		write(source, List.of(uid), LeftMail.State.TAKEN, -1, Instant.EPOCH, OVERWRITE);
	}

	void copied(Source source, Collection<Long> uids) {
		write(source, uids, LeftMail.State.COPIED, -1, Instant.EPOCH, OVERWRITE);
	}

	/** @param againAt when it is to be tried again */
	void setAside(Source source, long uid, Instant againAt) {
		write(source, List.of(uid), LeftMail.State.ASIDE, -1, againAt, OVERWRITE);
	}

	private static final String OVERWRITE = """
			do update set state = excluded.state, copied_from = excluded.copied_from, again_at = excluded.again_at
			""";

	private void write(Source source, Collection<Long> uids, LeftMail.State state, long copiedFrom, Instant againAt,
			String ifKnown) {
		statement("""
				insert into mailbox_left (mailbox, host, folder, uid_validity, uid, state, copied_from, again_at)
				select :mailbox, :host, :folder, :uidValidity, uid, :state, :copiedFrom, :againAt
				from unnest(:uids::bigint[]) as uid
				on conflict (mailbox, host, folder, uid_validity, uid)
				""" + ifKnown, source)
				.param("uids", uids.toArray(Long[]::new))
				.param("state", state.name())
				.param("copiedFrom", copiedFrom)
				.param("againAt", againAt.atOffset(ZoneOffset.UTC))
				.update();
	}

	/** They are no longer there. */
	void forget(Source source, Collection<Long> uids) {
		if (!uids.isEmpty()) {
			statement("delete from mailbox_left where uid = any(:uids::bigint[]) and " + Source.CONDITION, source)
					.param("uids", uids.toArray(Long[]::new))
					.update();
		}
	}

	private JdbcClient.StatementSpec statement(String sql, Source source) {
		return this.jdbc.sql(sql)
				.param("mailbox", source.mailbox())
				.param("host", source.host())
				.param("folder", source.folder())
				.param("uidValidity", source.uidValidity());
	}

	/** What UIDs are of: another server or folder may well have the same UIDVALIDITY. */
	record Source(String mailbox, String host, String folder, long uidValidity) {

		private static final String CONDITION = """
				mailbox = :mailbox and host = :host and folder = :folder and uid_validity = :uidValidity
				""";

	}

	/**
	 * @param copiedFrom the least UID that the copy has, if there is one; negative if that is not known
	 * @param againAt when it is to be fetched again, where it could not be
	 */
	record LeftMail(long uid, State state, long copiedFrom, Instant againAt) {

		enum State {

			TAKEN,

			/** The server was told to copy it, and may have done so. */
			COPYING,

			COPIED,

			/** Only its beginning could be fetched. */
			ASIDE

		}

	}

}
