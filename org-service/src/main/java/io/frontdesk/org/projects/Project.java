package io.frontdesk.org.projects;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import io.frontdesk.events.ProjectChanged;

@Entity
class Project {

	@Id
	private UUID id;

	private String name;

	private String description;

	private UUID companyId;

	private boolean active = true;

	private Instant createdAt;

	@Version
	private @Nullable Long version;

	@SuppressWarnings("NullAway.Init")
	protected Project() {}

	Project(UUID id, NewProject wanted, Instant now) {
		this.id = id;
		this.name = wanted.name();
		this.description = wanted.description();
		this.companyId = wanted.company();
		this.createdAt = now;
	}

	/** Whether anything is different now. */
	boolean apply(ProjectChange wanted) {
		var before = changed();
		this.name = (wanted.name() != null) ? wanted.name() : this.name;
		this.description = (wanted.description() != null) ? wanted.description() : this.description;
		this.companyId = (wanted.company() != null) ? wanted.company() : this.companyId;
		this.active = (wanted.active() != null) ? wanted.active() : this.active;
		return !before.equals(changed());
	}

	boolean isActive() {
		return this.active;
	}

	UUID id() {
		return this.id;
	}

	UUID companyId() {
		return this.companyId;
	}

	long version() {
		return (this.version != null) ? this.version : 0;
	}

	ProjectChanged changed() {
		return new ProjectChanged(this.id, this.name, this.description, this.companyId, this.active, version());
	}

}
