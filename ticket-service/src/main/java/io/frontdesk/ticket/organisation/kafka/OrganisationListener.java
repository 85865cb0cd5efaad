package io.frontdesk.ticket.organisation.kafka;

import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import io.frontdesk.events.CompanyChanged;
import io.frontdesk.events.ProjectChanged;
import io.frontdesk.events.TaskChanged;
import io.frontdesk.events.Topics;
import io.frontdesk.ticket.organisation.Organisation;

@Component
class OrganisationListener {

	private final Organisation organisation;

	OrganisationListener(Organisation organisation) {
		this.organisation = organisation;
	}

	@KafkaListener(topics = Topics.COMPANY_CHANGED)
	void on(CompanyChanged event) {
		this.organisation.update(event);
	}

	@KafkaListener(topics = Topics.PROJECT_CHANGED)
	void on(ProjectChanged event) {
		this.organisation.update(event);
	}

	@KafkaListener(topics = Topics.TASK_CHANGED)
	void on(TaskChanged event) {
		this.organisation.update(event);
	}

}
