package io.frontdesk.org.companies;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;

import io.frontdesk.org.editing.EditProblem;
import io.frontdesk.org.listing.ListReader;
import io.frontdesk.org.listing.ListRequest;
import io.frontdesk.org.listing.ListSource;
import io.frontdesk.org.listing.Listing;

/** Companies by name. */
@Component
public class CompanyList {

	private static final ListSource<CompanyView> SOURCE = new ListSource<>("companies", "c", """
			c.id, c.name, c.active, c.version,
			array(select d.domain from company_domain d where d.company_id = c.id order by d.domain) as domains""",
			"company c", "name", "lower(c.name)",
			(row, _) -> new CompanyView(row.getObject("id", UUID.class), row.getString("name"),
					List.of((String[]) row.getArray("domains").getArray()), row.getBoolean("active"),
					row.getLong("version")));

	private final ListReader reader;

	CompanyList(ListReader reader) {
		this.reader = reader;
	}

	public Listing<CompanyView> page(ListRequest request) {
		return this.reader.page(SOURCE, request, List.of());
	}

	public CompanyView get(UUID id) {
		return this.reader.find(SOURCE, id).orElseThrow(EditProblem.NOT_FOUND::exception);
	}

	public record CompanyView(UUID id, String name, List<String> domains, boolean active, long version) {}

}
