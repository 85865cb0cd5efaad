package io.frontdesk.ticket.lifecycle;

import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Tickets extends Repository<Ticket, Long> {

	Optional<Ticket> findById(long id);

	/** Whoever else wants to change it waits. It must be the first that a transaction reads of the ticket. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select t from Ticket t where t.id = :id")
	Optional<Ticket> findLocked(long id);

	List<Ticket> saveAllAndFlush(Iterable<Ticket> tickets);

	void flush();

}
