package io.frontdesk.mail.intake;

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

	/** Another reader's entries are passed over: none is read twice at once. */
	@Query(nativeQuery = true, value = """
			select * from intake_entry where read_at is null
			order by number limit :most for update skip locked
			""")
	List<IntakeEntry> nextUnread(int most);

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
