package io.frontdesk.org.tasks;

import java.util.ArrayList;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.frontdesk.org.editing.EditProblem;
import io.frontdesk.org.listing.ListReader;
import io.frontdesk.org.listing.ListRequest;
import io.frontdesk.org.listing.ListSource;
import io.frontdesk.org.listing.ListSource.Filter;
import io.frontdesk.org.listing.Listing;

/** Tasks by name. */
@Component
public class TaskList {

	private static final ListSource<TaskView> SOURCE = new ListSource<>("tasks", "t", """
			t.id, t.name, t.description, t.active, t.version, p.id as project_id, p.name as project_name""",
			"task t join project p on p.id = t.project_id", "name", "lower(t.name)",
			(row, _) -> new TaskView(row.getObject("id", UUID.class), row.getString("name"),
					row.getString("description"),
					new Parent(row.getObject("project_id", UUID.class), row.getString("project_name")),
					row.getBoolean("active"), row.getLong("version")));

	private final ListReader reader;

	TaskList(ListReader reader) {
		this.reader = reader;
	}

	public Listing<TaskView> page(ListRequest request, @Nullable UUID company, @Nullable UUID project) {
		var filters = new ArrayList<Filter>();
		if (company != null) {
			filters.add(new Filter("p.company_id = :company", "company", company));
		}
		if (project != null) {
			filters.add(new Filter("t.project_id = :project", "project", project));
		}
		return this.reader.page(SOURCE, request, filters);
	}

	public TaskView get(UUID id) {
		return this.reader.find(SOURCE, id).orElseThrow(EditProblem.NOT_FOUND::exception);
	}

	public record TaskView(UUID id, String name, String description, Parent project, boolean active,
			long version) {}

	public record Parent(UUID id, String name) {}

}
