package io.frontdesk.org.projects;

import java.util.UUID;

import org.springframework.stereotype.Component;

import io.frontdesk.org.companies.CompanyDependents;

@Component
class ProjectsOfCompany implements CompanyDependents {

	private final Projects projects;

	ProjectsOfCompany(Projects projects) {
		this.projects = projects;
	}

	@Override
	public String name() {
		return "projects";
	}

	@Override
	public long activeIn(UUID company) {
		return this.projects.countByCompanyIdAndActiveTrue(company);
	}

}
