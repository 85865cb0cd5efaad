package io.frontdesk.ticket.sight;

import java.util.UUID;

import org.springframework.stereotype.Component;

import io.frontdesk.ticket.organisation.Organisation;
import io.frontdesk.ticket.people.People;

/** Which projects and tasks somebody may name: staff any, a client the live ones of their company. */
@Component
public class References {

	private final Organisation organisation;

	private final People people;

	References(Organisation organisation, People people) {
		this.organisation = organisation;
		this.people = people;
	}

	public boolean mayNameProject(UUID project, Viewer viewer) {
		return viewer.isStaff() || this.people.companyOf(viewer.id())
				.filter(company -> this.organisation.isActiveProject(project, company))
				.isPresent();
	}

	public boolean mayNameTask(UUID task, Viewer viewer) {
		return viewer.isStaff() || this.people.companyOf(viewer.id())
				.filter(company -> this.organisation.isActiveTask(task, company))
				.isPresent();
	}

}
