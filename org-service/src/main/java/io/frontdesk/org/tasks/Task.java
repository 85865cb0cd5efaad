package io.frontdesk.org.tasks;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import io.frontdesk.events.TaskChanged;

@Entity
class Task {

	@Id
	private UUID id;

	private String name;

	private String description;

	private UUID projectId;

	private boolean active = true;

	private Instant createdAt;

	@Version
	private @Nullable Long version;

	@SuppressWarnings("NullAway.Init")
	protected Task() {}

	Task(UUID id, NewTask wanted, Instant now) {
		this.id = id;
		this.name = wanted.name();
		this.description = wanted.description();
		this.projectId = wanted.project();
		this.createdAt = now;
	}

	/** Whether anything is different now. */
	boolean apply(TaskChange wanted) {
		var before = changed();
		this.name = (wanted.name() != null) ? wanted.name() : this.name;
		this.description = (wanted.description() != null) ? wanted.description() : this.description;
		this.active = (wanted.active() != null) ? wanted.active() : this.active;
		return !before.equals(changed());
	}

	boolean isActive() {
		return this.active;
	}

	UUID id() {
		return this.id;
	}

	UUID projectId() {
		return this.projectId;
	}

	long version() {
		return (this.version != null) ? this.version : 0;
	}

	TaskChanged changed() {
		return new TaskChanged(this.id, this.name, this.description, this.projectId, this.active, version());
	}

}
