package io.frontdesk.org.projects;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What somebody wants to be different; null leaves a field alone. */
public record ProjectChange(@Nullable String name, @Nullable String description, @Nullable UUID company,
		@Nullable Boolean active) {

	public static ProjectChange active(boolean active) {
		return new ProjectChange(null, null, null, active);
	}

	boolean isEdit() {
		return this.name != null || this.description != null || this.company != null;
	}

	/** Only what is active needs an active company. */
	boolean needsCompany(Project project) {
		var willBeActive = (this.active != null) ? this.active : project.isActive();
		var moves = this.company != null && !this.company.equals(project.companyId());
		return moves || willBeActive && !project.isActive();
	}

	boolean deletes(Project project) {
		return project.isActive() && Boolean.FALSE.equals(this.active);
	}

}
