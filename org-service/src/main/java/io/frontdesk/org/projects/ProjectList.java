package io.frontdesk.org.projects;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.frontdesk.org.editing.EditProblem;
import io.frontdesk.org.listing.ListReader;
import io.frontdesk.org.listing.ListRequest;
import io.frontdesk.org.listing.ListSource;
import io.frontdesk.org.listing.ListSource.Filter;
import io.frontdesk.org.listing.Listing;

/** Projects by name. */
@Component
public class ProjectList {

	private static final ListSource<ProjectView> SOURCE = new ListSource<>("projects", "p", """
			p.id, p.name, p.description, p.active, p.version, c.id as company_id, c.name as company_name""",
			"project p join company c on c.id = p.company_id", "name", "lower(p.name)",
			(row, _) -> new ProjectView(row.getObject("id", UUID.class), row.getString("name"),
					row.getString("description"),
					new Parent(row.getObject("company_id", UUID.class), row.getString("company_name")),
					row.getBoolean("active"), row.getLong("version")));

	private final ListReader reader;

	ProjectList(ListReader reader) {
		this.reader = reader;
	}

	public Listing<ProjectView> page(ListRequest request, @Nullable UUID company) {
		return this.reader.page(SOURCE, request, (company != null)
				? List.of(new Filter("p.company_id = :company", "company", company))
				: List.of());
	}

	public ProjectView get(UUID id) {
		return this.reader.find(SOURCE, id).orElseThrow(EditProblem.NOT_FOUND::exception);
	}

	public record ProjectView(UUID id, String name, String description, Parent company, boolean active,
			long version) {}

	public record Parent(UUID id, String name) {}

}
