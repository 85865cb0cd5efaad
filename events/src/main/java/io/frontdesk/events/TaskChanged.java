package io.frontdesk.events;

import java.util.UUID;

/** A task as the directory has it now. */
public record TaskChanged(UUID id, String name, String description, UUID projectId, boolean active, long version)
		implements
			DomainEvent {

	@Override
	public String topic() {
		return Topics.TASK_CHANGED;
	}

	@Override
	public String key() {
		return this.id.toString();
	}

}
