package io.frontdesk.ticket.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

import io.frontdesk.events.MessageKind;
import io.frontdesk.events.NamedId;
import io.frontdesk.events.Person;
import io.frontdesk.events.Priority;
import io.frontdesk.events.Source;
import io.frontdesk.events.TicketMessageAdded;
import io.frontdesk.events.TicketSnapshot;
import io.frontdesk.events.TicketStatus;
import io.frontdesk.events.WaitingOn;
import io.frontdesk.ticket.lifecycle.Change.ActiveChange;
import io.frontdesk.ticket.lifecycle.Change.FieldChange;
import io.frontdesk.ticket.lifecycle.Change.StatusChange;
import io.frontdesk.ticket.sight.PublicTicket;
import io.frontdesk.ticket.sight.Viewer;

@Entity
@DynamicUpdate
class Ticket implements Persistable<Long> {

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

	private @Nullable UUID companyId;

	private @Nullable UUID assigneeId;

	private @Nullable UUID projectId;

	private @Nullable UUID taskId;

	private List<String> tags = new ArrayList<>();

	private Instant requestTime;

	private @Nullable Instant responseTime;

	private @Nullable Instant firstReplyAt;

	private int reopened;

	private Instant lastActivity;

	private @Nullable Long possibleFollowUpOf;

	private @Nullable String answerTo;

	private boolean quiet;

	private boolean active = true;

	@Version
	private @Nullable Long version;

	private long publicVersion;

	@SuppressWarnings("NullAway.Init")
	protected Ticket() {}

	Ticket(long id, NewTicket raised, @Nullable UUID company, Instant now) {
		this.id = id;
		this.subject = raised.subject();
		this.message = raised.message();
		this.source = raised.source();
		this.priority = raised.priority();
		this.requesterId = raised.requester().id();
		this.companyId = company;
		this.assigneeId = raised.assignee();
		this.projectId = raised.project();
		this.taskId = raised.task();
		this.tags = new ArrayList<>(raised.tags());
		this.requestTime = raised.requestTime();
		this.possibleFollowUpOf = raised.possibleFollowUpOf();
		this.answerTo = raised.answerTo();
		this.quiet = !raised.opening().confirm();
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
		this.assigneeId = replaced("assignee", this.assigneeId, wanted.assignee(), changes);
		this.projectId = replaced("project", this.projectId, wanted.project(), changes);
		this.taskId = replaced("task", this.taskId, wanted.task(), changes);
		if (wanted.tags() != null && !wanted.tags().equals(this.tags)) {
			changes.add(new FieldChange("tags", String.join(", ", this.tags), String.join(", ", wanted.tags())));
			this.tags = new ArrayList<>(wanted.tags());
		}
		if (wanted.active() != null && wanted.active() != this.active) {
			changes.add(new ActiveChange(wanted.active()));
			this.active = wanted.active();
		}
		if (wanted.status() != null && wanted.status() != this.status) {
			changes.add(new StatusChange(this.status, wanted.status()));
			switch (wanted.status()) {
				case CLOSED -> close(now);
				case OPEN -> reopen();
			}
		}
		return noted(changes, now);
	}

	/** Somebody else is the requester: they get the mail about it from now on, at their own address. */
	List<Change> handOver(Person before, Person after, @Nullable UUID company, Instant now) {
		var changes = new ArrayList<Change>();
		if (!before.id().equals(after.id())) {
			changes.add(new FieldChange("requester", before.email(), after.email()));
			this.requesterId = after.id();
			this.companyId = replaced("company", this.companyId, new NewValue<>(company), changes);
			this.answerTo = answersAt(null, changes);
		}
		return noted(changes, now);
	}

	/** @param address where the requester wants mail from now on; null for their own */
	List<Change> answerTo(@Nullable String address, Instant now) {
		var changes = new ArrayList<Change>();
		this.answerTo = answersAt(address, changes);
		return noted(changes, now);
	}

	private @Nullable String answersAt(@Nullable String address, List<Change> changes) {
		if (!Objects.equals(this.answerTo, address)) {
			changes.add(new FieldChange("answerTo", this.answerTo, address));
		}
		return address;
	}

	private List<Change> noted(List<Change> changes, Instant now) {
		if (!changes.isEmpty()) {
			this.lastActivity = now;
		}
		if (changes.stream().map(Change::field).anyMatch(PublicTicket::shows)) {
			this.publicVersion++;
		}
		return changes;
	}

	private static @Nullable UUID replaced(String field, @Nullable UUID before, @Nullable NewValue<UUID> wanted,
			List<Change> changes) {
		if (wanted == null || Objects.equals(before, wanted.value())) {
			return before;
		}
		changes.add(new FieldChange(field, (before != null) ? before.toString() : null,
				(wanted.value() != null) ? wanted.value().toString() : null));
		return wanted.value();
	}

	/** A message came, which clients are shown unless it is a note. A ticket without words of its own begins with it. */
	void gain(TicketMessageAdded.Message added) {
		if (added.kind() != MessageKind.NOTE) {
			this.publicVersion++;
			this.message = this.message.isEmpty() ? Objects.requireNonNullElse(added.body(), "") : this.message;
		}
	}

	/** A message came; whose turn it is follows from who wrote. A note changes nobody's turn. */
	List<Change> hear(MessageKind kind, boolean closes, Instant now) {
		this.quiet = this.quiet && kind == MessageKind.NOTE;
		switch (kind) {
			case CLIENT -> this.waitingOn = WaitingOn.STAFF;
			case REPLY -> {
				this.waitingOn = WaitingOn.CLIENT;
				this.firstReplyAt = (this.firstReplyAt != null) ? this.firstReplyAt : now;
			}
			case NOTE -> {
			}
		}
		this.lastActivity = now;
		if (closes) {
			return apply(TicketChange.status(TicketStatus.CLOSED), now);
		}
		return (kind == MessageKind.CLIENT) ? apply(TicketChange.status(TicketStatus.OPEN), now) : List.of();
	}

	/** Something came that nobody needs to answer. */
	List<Change> note(Instant now) {
		this.lastActivity = now;
		return List.of();
	}

	private void close(Instant now) {
		this.status = TicketStatus.CLOSED;
		this.responseTime = now;
	}

	private void reopen() {
		this.status = TicketStatus.OPEN;
		this.responseTime = null;
		this.reopened++;
	}

	boolean isClosed() {
		return this.status == TicketStatus.CLOSED;
	}

	boolean isActive() {
		return this.active;
	}

	@Override
	public Long getId() {
		return this.id;
	}

	@Override
	public boolean isNew() {
		return this.version == null;
	}

	long version() {
		return (this.version != null) ? this.version : 0;
	}

	/** The version that this viewer knows. */
	long version(Viewer viewer) {
		return viewer.seesAll() ? version() : this.publicVersion;
	}

	long publicVersion() {
		return this.publicVersion;
	}

	long id() {
		return this.id;
	}

	/** Requester and assignee. */
	Stream<UUID> people() {
		return Stream.concat(Stream.of(this.requesterId), Stream.ofNullable(this.assigneeId));
	}

	UUID requesterId() {
		return this.requesterId;
	}

	@Nullable
	Instant firstReplyAt() {
		return this.firstReplyAt;
	}

	@Nullable
	UUID assigneeId() {
		return this.assigneeId;
	}

	@Nullable
	UUID companyId() {
		return this.companyId;
	}

	@Nullable
	UUID projectId() {
		return this.projectId;
	}

	@Nullable
	UUID taskId() {
		return this.taskId;
	}

	TicketSnapshot snapshot(Person requester, @Nullable NamedId company, @Nullable Person assignee,
			@Nullable NamedId project, @Nullable NamedId task) {
		return new TicketSnapshot(this.id, this.subject, this.message, this.status, this.priority, requester, company,
				assignee, project, task, this.waitingOn, this.source, List.copyOf(this.tags), this.requestTime,
				this.responseTime, this.active, version(), this.possibleFollowUpOf, this.answerTo,
				this.quiet);
	}

}
