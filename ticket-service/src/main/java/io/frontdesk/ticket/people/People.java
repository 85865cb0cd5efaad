package io.frontdesk.ticket.people;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.frontdesk.events.Actor;
import io.frontdesk.events.Person;
import io.frontdesk.events.UserChanged;
import io.frontdesk.ticket.search.SearchIndex;

/** Users as far as tickets need them. The directory has the last word; until it spoke, a mail or a token will do. */
@Component
public class People {

	private static final long HEARSAY = -1;

	private final JdbcClient jdbc;

	private final SearchIndex searchIndex;

	People(JdbcClient jdbc, SearchIndex searchIndex) {
		this.jdbc = jdbc;
		this.searchIndex = searchIndex;
	}

	/** Makes sure that there is a row to refer to. */
	public void meet(Person person) {
		meet(person, false);
	}

	public void meet(Actor actor) {
		if (actor.person() != null) {
			meet(actor.person(), actor.staff());
		}
	}

	/** A conflict locks the person's row until the transaction ends: whoever is known already must not get that far. */
	private void meet(Person person, boolean staff) {
		this.jdbc.sql("""
				insert into person (id, email, first_name, last_name, staff, version)
				select :id, :email, :firstName, :lastName, :staff, :version
				where not exists (select from person where id = :id and (staff or not :staff))
				on conflict (id) do update set staff = true where excluded.staff and not person.staff
				""")
				.paramSource(
						new Row(person.id(), person.email(), person.firstName(), person.lastName(), staff, HEARSAY))
				.update();
	}

	/** A user who moves to another company takes their tickets along. */
	public void update(UserChanged user) {
		var moves = this.jdbc.sql("""
				insert into person (id, email, first_name, last_name, staff, active, company_id, version)
				values (:id, :email, :firstName, :lastName, :staff, :active, :companyId, :version)
				on conflict (id) do update
				set email = excluded.email, first_name = excluded.first_name, last_name = excluded.last_name,
				    staff = excluded.staff, active = excluded.active, company_id = excluded.company_id,
				    version = excluded.version
				where person.version < excluded.version
				returning old.company_id is distinct from new.company_id
				""").paramSource(user).query(Boolean.class).optional().orElse(false);
		if (moves) {
			this.jdbc.sql("""
					update ticket set company_id = :companyId
					where id in (select id from ticket where requester_id = :id and active
					             union all select id from ticket where requester_id = :id and not active)
					and company_id is distinct from :companyId
					returning id
					""").paramSource(user).query(Long.class).list().forEach(this.searchIndex::refresh);
		}
	}

	public Person get(UUID id) {
		return this.jdbc.sql("select id, email, first_name, last_name from person where id = ?")
				.param(id)
				.query(Person.class)
				.single();
	}

	public Optional<Person> findByEmail(String email) {
		return this.jdbc.sql("select id, email, first_name, last_name from person where email = lower(?) limit 1")
				.param(email.strip())
				.query(Person.class)
				.optional();
	}

	public Optional<Person> find(UUID id) {
		return this.jdbc.sql("select id, email, first_name, last_name from person where id = ?")
				.param(id)
				.query(Person.class)
				.optional();
	}

	public @Nullable UUID companyOf(UUID person) {
		return this.jdbc.sql("select company_id from person where id = ?")
				.param(person)
				.query(UUID.class)
				.optional()
				.orElse(null);
	}

	public boolean isActiveStaff(UUID id) {
		return this.jdbc.sql("select exists (select 1 from person where id = ? and staff and active)")
				.param(id)
				.query(Boolean.class)
				.single();
	}

	private record Row(UUID id, String email, String firstName, String lastName, boolean staff, long version) {}

}
