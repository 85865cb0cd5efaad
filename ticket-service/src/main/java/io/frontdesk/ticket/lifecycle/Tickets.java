package io.frontdesk.ticket.lifecycle;

import java.util.Optional;

import org.springframework.data.repository.Repository;

interface Tickets extends Repository<Ticket, Long> {

	Optional<Ticket> findById(long id);

	Ticket saveAndFlush(Ticket ticket);

}
