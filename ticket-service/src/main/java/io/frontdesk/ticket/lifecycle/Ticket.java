package io.frontdesk.ticket.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import io.frontdesk.events.MessageKind;
import io.frontdesk.events.Person;
import io.frontdesk.events.Priority;
import io.frontdesk.events.Source;
import io.frontdesk.events.TicketSnapshot;
import io.frontdesk.events.TicketStatus;
import io.frontdesk.events.WaitingOn;
import io.frontdesk.ticket.lifecycle.Change.FieldChange;
import io.frontdesk.ticket.lifecycle.Change.StatusChange;

@Entity
class Ticket {

	@Id
	private long id;

	private String subject;

	private String message;

	@Enumerated(EnumType.STRING)
	private TicketStatus status = TicketStatus.OPEN;

	@Enumerated(EnumType.STRING)
	private Priority priority = Priority.MID;

	@Enumerated(EnumType.STRING)
	private Source source;

	@Enumerated(EnumType.STRING)
	private WaitingOn waitingOn = WaitingOn.STAFF;

	private UUID requesterId;

	private @Nullable UUID assigneeId;

	private List<String> tags = new ArrayList<>();

	private Instant requestTime;

	private @Nullable Instant responseTime;

	private Instant lastActivity;

	private @Nullable Long possibleFollowUpOf;

	private boolean active = true;

	@Version
	private @Nullable Long version;

	@SuppressWarnings("NullAway.Init")
	protected Ticket() {}

	Ticket(long id, NewTicket raised, Instant now) {
		this.id = id;
		this.subject = raised.subject();
		this.message = raised.message();
		this.source = raised.source();
		this.requesterId = raised.requester().id();
		this.requestTime = raised.requestTime();
		this.possibleFollowUpOf = raised.possibleFollowUpOf();
		this.lastActivity = now;
	}

	List<Change> apply(TicketChange wanted, Instant now) {
		var changes = new ArrayList<Change>();
		if (wanted.priority() != null && wanted.priority() != this.priority) {
			changes.add(
					new FieldChange("priority", Change.wireName(this.priority), Change.wireName(wanted.priority())));
			this.priority = wanted.priority();
		}
		if (wanted.subject() != null && !wanted.subject().equals(this.subject)) {
			changes.add(new FieldChange("subject", this.subject, wanted.subject()));
			this.subject = wanted.subject();
		}
		if (wanted.status() != null && wanted.status() != this.status) {
			changes.add(new StatusChange(this.status, wanted.status()));
			switch (wanted.status()) {
				case CLOSED -> close(now);
				case OPEN -> reopen();
			}
		}
		if (!changes.isEmpty()) {
			this.lastActivity = now;
		}
		return changes;
	}

	/** A message came; whose turn it is follows from who wrote. A note changes nobody's turn. */
	void hear(MessageKind kind, Instant now) {
		switch (kind) {
			case CLIENT -> this.waitingOn = WaitingOn.STAFF;
			case REPLY -> this.waitingOn = WaitingOn.CLIENT;
			case NOTE -> {
			}
		}
		this.lastActivity = now;
	}

	private void close(Instant now) {
		this.status = TicketStatus.CLOSED;
		this.responseTime = now;
	}

	private void reopen() {
		this.status = TicketStatus.OPEN;
		this.responseTime = null;
	}

	boolean isRaisedBy(UUID person) {
		return this.requesterId.equals(person);
	}

	boolean isClosed() {
		return this.status == TicketStatus.CLOSED;
	}

	boolean isActive() {
		return this.active;
	}

	long version() {
		return (this.version != null) ? this.version : 0;
	}

	long id() {
		return this.id;
	}

	UUID requesterId() {
		return this.requesterId;
	}

	@Nullable
	UUID assigneeId() {
		return this.assigneeId;
	}

	TicketSnapshot snapshot(Person requester, @Nullable Person assignee) {
		return new TicketSnapshot(this.id, this.subject, this.message, this.status, this.priority,
				requester, assignee, this.waitingOn, this.source, List.copyOf(this.tags), this.requestTime,
				this.responseTime, this.active, version());
	}

}
