package io.frontdesk.mail.intake;

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

	/** Another reader's entry is passed over: none is read twice at once. */
	@Query(nativeQuery = true, value = """
			select * from intake_entry where read_at is null
			order by received_at, id limit 1 for update skip locked
			""")
	Optional<IntakeEntry> nextUnread();

	/** A mail without a Message-ID is the same if not a byte differs: then a server has numbered its mails anew. */
	@Query("""
			select e.id from IntakeEntry e
			where (e.messageId = :messageId and e.contentDigest = :contentDigest
			       or :messageId is null and e.messageId is null and e.sha256 = :sha256) and e.id <> :id
			and e.readAt is not null and e.outcome not in (IGNORED, QUARANTINED)
			""")
	Optional<UUID> findSame(@Nullable String messageId, String contentDigest, String sha256, UUID id);

}
