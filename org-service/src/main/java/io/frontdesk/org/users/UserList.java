package io.frontdesk.org.users;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

import io.frontdesk.identity.Role;
import io.frontdesk.org.editing.EditProblem;
import io.frontdesk.org.listing.ListReader;
import io.frontdesk.org.listing.ListRequest;
import io.frontdesk.org.listing.ListSource;
import io.frontdesk.org.listing.ListSource.Filter;
import io.frontdesk.org.listing.Listing;

/** Users in the order of their addresses. */
@Component
public class UserList {

	private static final RowMapper<UserView> ROWS = (row, _) -> {
		var company = row.getObject("company_id", UUID.class);
		var role = Role.valueOf(row.getString("role"));
		return new UserView(row.getObject("id", UUID.class), row.getString("email"), row.getString("first_name"),
				row.getString("last_name"),
				(company != null) ? new Company(company, row.getString("company_name")) : null, role.isStaff(),
				row.getBoolean("active"), role, List.of((String[]) row.getArray("features").getArray()),
				row.getString("pending_email"), List.of((String[]) row.getArray("former_addresses").getArray()),
				new Account(AccountState.valueOf(row.getString("state")), row.getString("reason")),
				row.getLong("version"));
	};

	private static final ListSource<UserView> SOURCE = new ListSource<>("users", "u", """
			u.id, u.email, u.first_name, u.last_name, u.role, u.features, u.active, u.version,
			case when u.pending_until > now() then u.pending_email end as pending_email, u.former_addresses,
			c.id as company_id, c.name as company_name, coalesce(a.state, 'NONE') as state, a.reason""", """
			users u left join company c on c.id = u.company_id left join account a on a.user_id = u.id""", "email",
			"u.email", ROWS);

	private final ListReader reader;

	UserList(ListReader reader) {
		this.reader = reader;
	}

	public Listing<UserView> page(ListRequest request, @Nullable UUID company, @Nullable Boolean staff) {
		var filters = new ArrayList<Filter>();
		if (company != null) {
			filters.add(new Filter("u.company_id = :company", "company", company));
		}
		if (staff != null) {
			filters.add(new Filter("(u.role <> 'CLIENT') = :staff", "staff", staff));
		}
		return this.reader.page(SOURCE, request, filters);
	}

	public UserView get(UUID id) {
		return this.reader.find(SOURCE, id).orElseThrow(EditProblem.NOT_FOUND::exception);
	}

	/**
	 * @param pendingEmail the address that the user is to have once its owner has proven to have it
	 * @param formerAddresses lead to the user still, until a super admin frees them
	 */
	public record UserView(UUID id, String email, String firstName, String lastName, @Nullable Company company,
			boolean staff, boolean active, Role role, List<String> features, @Nullable String pendingEmail,
			List<String> formerAddresses, Account account, long version) {}

	public record Company(UUID id, String name) {}

	/** @param reason why it is not as wanted yet, or never will be */
	public record Account(AccountState state, @Nullable String reason) {}

}
