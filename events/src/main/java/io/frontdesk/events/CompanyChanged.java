package io.frontdesk.events;

import java.util.List;
import java.util.UUID;

/**
 * A company as the directory has it now.
 *
 * @param domains mail domains, lower case; a new sender of one joins the company
 */
public record CompanyChanged(UUID id, String name, List<String> domains, boolean active, long version)
		implements
			DomainEvent {

	@Override
	public String topic() {
		return Topics.COMPANY_CHANGED;
	}

	@Override
	public String key() {
		return this.id.toString();
	}

}
