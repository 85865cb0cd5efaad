package io.frontdesk.org.projects;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.sending.Events;
import io.frontdesk.identity.Caller;
import io.frontdesk.http.problem.InvalidField;
import io.frontdesk.org.companies.CompanyDesk;
import io.frontdesk.org.editing.EditProblem;
import io.frontdesk.org.editing.IfMatch;
import io.frontdesk.org.sight.Rights;

/** Keeps the projects. Each change is told as {@code project-changed}. */
@Component
@Transactional
public class ProjectDesk {

	private final Projects projects;

	private final CompanyDesk companies;

	private final List<ProjectDependents> dependents;

	private final Events events;

	private final InstantSource clock;

	ProjectDesk(Projects projects, CompanyDesk companies, List<ProjectDependents> dependents, Events events,
			InstantSource clock) {
		this.projects = projects;
		this.companies = companies;
		this.dependents = dependents;
		this.events = events;
		this.clock = clock;
	}

	public UUID create(NewProject wanted) {
		this.companies.requireActive(wanted.company());
		var id = UUID.randomUUID();
		save(new Project(id, wanted, this.clock.instant()));
		return id;
	}

	public void change(UUID id, ProjectChange wanted, IfMatch basis, Caller by) {
		Rights.check(by, wanted.isEdit(), wanted.active() != null);
		var project = this.projects.findForChange(id).orElseThrow(EditProblem.NOT_FOUND::exception);
		basis.check(project.version());
		if (wanted.deletes(project)) {
			refuseWhileInUse(project);
		}
		if (wanted.needsCompany(project)) {
			this.companies.requireActive(Objects.requireNonNullElse(wanted.company(), project.companyId()));
		}
		if (project.apply(wanted)) {
			save(project);
		}
	}

	/** Keeps the project from being deleted before the caller's transaction ends. */
	@Transactional(readOnly = true)
	public UUID requireActive(UUID id) {
		return this.projects.findByIdAndActiveTrue(id)
				.map(Project::id)
				.orElseThrow(() -> new InvalidField("project", "there is no active project with this id").exception());
	}

	private void refuseWhileInUse(Project project) {
		for (var kind : this.dependents) {
			var count = kind.activeIn(project.id());
			if (count > 0) {
				throw ProjectProblem.PROJECT_IN_USE.exception(Map.of("children", Map.of(kind.name(), count)));
			}
		}
	}

	private void save(Project project) {
		this.events.publish(this.projects.saveAndFlush(project).changed());
	}

}
