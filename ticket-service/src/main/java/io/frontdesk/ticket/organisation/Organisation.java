package io.frontdesk.ticket.organisation;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.frontdesk.events.CompanyChanged;
import io.frontdesk.events.NamedId;
import io.frontdesk.events.ProjectChanged;
import io.frontdesk.events.TaskChanged;

/** Companies, projects and tasks as far as tickets need them; the directory's events have the last word. */
@Component
public class Organisation {

	private final JdbcClient jdbc;

	Organisation(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public void update(CompanyChanged company) {
		this.jdbc.sql("""
				insert into company (id, name, active, version) values (:id, :name, :active, :version)
				on conflict (id) do update
				set name = excluded.name, active = excluded.active, version = excluded.version
				where company.version < excluded.version
				""").paramSource(company).update();
	}

	public void update(ProjectChanged project) {
		this.jdbc.sql("""
				insert into project (id, name, company_id, active, version)
				values (:id, :name, :companyId, :active, :version)
				on conflict (id) do update
				set name = excluded.name, company_id = excluded.company_id, active = excluded.active,
				    version = excluded.version
				where project.version < excluded.version
				""").paramSource(project).update();
	}

	public void update(TaskChanged task) {
		this.jdbc.sql("""
				insert into task (id, name, project_id, active, version)
				values (:id, :name, :projectId, :active, :version)
				on conflict (id) do update
				set name = excluded.name, project_id = excluded.project_id, active = excluded.active,
				    version = excluded.version
				where task.version < excluded.version
				""").paramSource(task).update();
	}

	public @Nullable NamedId company(@Nullable UUID id) {
		return named("select id, name from company where id = ?", id);
	}

	public @Nullable NamedId project(@Nullable UUID id) {
		return named("select id, name from project where id = ?", id);
	}

	public @Nullable NamedId task(@Nullable UUID id) {
		return named("select id, name from task where id = ?", id);
	}

	public boolean isActiveProject(UUID id) {
		return this.jdbc.sql("select exists (select 1 from project where id = ? and active)")
				.param(id)
				.query(Boolean.class)
				.single();
	}

	public boolean isActiveProject(UUID id, UUID company) {
		return this.jdbc.sql("select exists (select 1 from project where id = ? and company_id = ? and active)")
				.params(id, company)
				.query(Boolean.class)
				.single();
	}

	/** Of a project of the company, and active as that is. */
	public boolean isActiveTask(UUID id, UUID company) {
		return projectOfActiveTask(id).filter(project -> isActiveProject(project, company)).isPresent();
	}

	/** The project of a task that is active, as its project is. */
	public Optional<UUID> projectOfActiveTask(UUID task) {
		return this.jdbc.sql("""
				select p.id from task t join project p on p.id = t.project_id
				where t.id = ? and t.active and p.active
				""").param(task).query(UUID.class).optional();
	}

	private @Nullable NamedId named(String sql, @Nullable UUID id) {
		return (id == null) ? null : this.jdbc.sql(sql).param(id).query(NamedId.class).optional().orElse(null);
	}

}
