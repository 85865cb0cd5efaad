package io.frontdesk.events;

import java.util.UUID;

/** A project as the directory has it now. */
public record ProjectChanged(UUID id, String name, String description, UUID companyId, boolean active, long version)
		implements
			DomainEvent {

	@Override
	public String topic() {
		return Topics.PROJECT_CHANGED;
	}

	@Override
	public String key() {
		return this.id.toString();
	}

}
