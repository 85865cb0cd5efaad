package io.frontdesk.mail.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Ledger extends Repository<IntakeEntry, UUID> {

	/** Whoever else wants to change it waits. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select e from IntakeEntry e where e.id = :id")
	Optional<IntakeEntry> findLocked(UUID id);

	void flush();

	/** Whether no other instance tells of mails now; until the transaction ends, none does. */
	@Query(nativeQuery = true, value = "select pg_try_advisory_xact_lock(hashtext('frontdesk.intake.dispatch'))")
	boolean isOurTurn();

	/** Without those that are to be tried later, or wait for another. */
	@Query(nativeQuery = true, value = """
			select e.* from intake_entry e
			where e.read_at is null and (e.due_at is null or e.due_at <= :now)
			  and (e.waits_for is null or e.held_until <= :now
			       or not exists (select from intake_entry o where o.id = e.waits_for and o.outcome = 'PENDING'
			                                                 and (o.read_at is null or o.sender is distinct from e.sender)))
			order by e.number limit :most for update of e skip locked
			""")
	List<IntakeEntry> nextUnread(Instant now, int most);

	/** Those that are kept back, or tried later. */
	@Query("""
			select e from IntakeEntry e
			where e.readAt is null and (e.waitsFor is not null or e.dueAt is not null) and e.sender in :senders
			""")
	List<IntakeEntry> findHeld(Collection<String> senders);

	/** Mails of others that were told of, or are tried later, and have no outcome yet. */
	@Query("""
			select e.id from IntakeEntry e
			where e.messageId in :messageIds and e.outcome = PENDING
			and (e.readAt is not null or e.dueAt is not null) and e.sender <> :sender
			order by e.number
			""")
	List<UUID> findUnplaced(Collection<String> messageIds, String sender);

	default Optional<UUID> findSame(@Nullable String messageId, String contentDigest, String sha256, UUID id) {
		return (messageId != null) ? findSame(messageId, contentDigest, id) : findSame(sha256, id);
	}

	@Query("""
			select e.id from IntakeEntry e
			where e.messageId = :messageId and e.contentDigest = :contentDigest and e.id <> :id
			and e.readAt is not null and e.outcome not in (IGNORED, QUARANTINED)
			""")
	Optional<UUID> findSame(String messageId, String contentDigest, UUID id);

	/** A mail without a Message-ID is the same if not a byte differs: then a server has numbered its mails anew. */
	@Query("""
			select e.id from IntakeEntry e
			where e.messageId is null and e.sha256 = :sha256 and e.id <> :id
			and e.readAt is not null and e.outcome not in (IGNORED, QUARANTINED)
			""")
	Optional<UUID> findSame(String sha256, UUID id);

}
