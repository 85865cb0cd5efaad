package io.frontdesk.org.tasks;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be different; null leaves a field alone. A task stays in its project, as do the tickets that
 * have both.
 */
public record TaskChange(@Nullable String name, @Nullable String description, @Nullable Boolean active) {

	public static TaskChange active(boolean active) {
		return new TaskChange(null, null, active);
	}

	boolean isEdit() {
		return this.name != null || this.description != null;
	}

	boolean restores(Task task) {
		return !task.isActive() && Boolean.TRUE.equals(this.active);
	}

}
