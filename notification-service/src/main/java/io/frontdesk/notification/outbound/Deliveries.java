package io.frontdesk.notification.outbound;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Deliveries extends Repository<Delivery, UUID> {

	/** Unlike a query, it has nothing written before: the mails of a transaction are inserted together. */
	Optional<Delivery> findById(UUID id);

	Delivery save(Delivery delivery);

	/** Waits for a sender that has the mail under way. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select d from Delivery d where d.id = :id")
	Optional<Delivery> findLocked(UUID id);

	/** Those of one mail, each for a recipient of its own. Waits for a sender that has one of them under way. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("""
			select d from Delivery d
			where d.ticketId = :ticket and d.messageId = :messageId order by d.id
			""")
	List<Delivery> findLocked(long ticket, String messageId);

	/** The last mails about a ticket that were taken, the newest first. */
	@Query(nativeQuery = true, value = """
			select * from delivery where ticket_id = :ticket and state = 'SENT'
			order by created_at desc, id limit 100 for update
			""")
	List<Delivery> findSentLocked(long ticket);

	/** The row stays locked while its mail is under way; a sender that dies lets go of it at once. */
	@Query(nativeQuery = true, value = """
			select * from delivery where state = 'PENDING' and next_attempt_at <= :now
			order by next_attempt_at, id limit 1 for update skip locked
			""")
	Optional<Delivery> nextDue(Instant now);

	/** Some of those that have been tried since before then, the oldest first. */
	@Query(nativeQuery = true, value = """
			select * from delivery where state = 'PENDING' and tried_since < :then
			order by tried_since, id limit 100 for update skip locked
			""")
	List<Delivery> triedSinceBefore(Instant then);

}
