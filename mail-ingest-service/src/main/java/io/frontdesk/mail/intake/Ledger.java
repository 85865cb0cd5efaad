package io.frontdesk.mail.intake;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Ledger extends Repository<IntakeEntry, UUID> {

	Optional<IntakeEntry> findById(UUID id);

	void flush();

	/** Another reader's entry is passed over: none is read twice at once. */
	@Query(nativeQuery = true, value = """
			select * from intake_entry where read_at is null
			order by received_at, id limit 1 for update skip locked
			""")
	Optional<IntakeEntry> nextUnread();

	@Query("""
			select e.id from IntakeEntry e
			where e.messageId = :messageId and e.contentDigest = :contentDigest and e.id <> :id
			and e.outcome not in (io.frontdesk.mail.intake.Outcome.IGNORED, io.frontdesk.mail.intake.Outcome.QUARANTINED)
			""")
	Optional<UUID> findSame(@Nullable String messageId, String contentDigest, UUID id);

}
