package io.frontdesk.ticket.people;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.frontdesk.events.Person;
import io.frontdesk.events.UserChanged;

/** Users as far as tickets need them. The directory has the last word; until it spoke, a mail or a token will do. */
@Component
public class People {

	private static final long HEARSAY = -1;

	private final JdbcClient jdbc;

	People(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Makes sure that there is a row to refer to. */
	public void meet(Person person) {
		this.jdbc.sql("""
				insert into person (id, email, first_name, last_name, version)
				values (:id, :email, :firstName, :lastName, :version)
				on conflict (id) do nothing
				""").paramSource(Row.of(person, HEARSAY)).update();
	}

	public void update(UserChanged user) {
		this.jdbc.sql("""
				insert into person (id, email, first_name, last_name, version)
				values (:id, :email, :firstName, :lastName, :version)
				on conflict (id) do update
				set email = excluded.email, first_name = excluded.first_name, last_name = excluded.last_name,
				    version = excluded.version
				where person.version < excluded.version
				""").paramSource(Row.of(user.person(), user.version())).update();
	}

	public Person get(UUID id) {
		return this.jdbc.sql("select id, email, first_name, last_name from person where id = ?")
				.param(id)
				.query(Person.class)
				.single();
	}

	private record Row(UUID id, String email, String firstName, String lastName, long version) {

		static Row of(Person person, long version) {
			return new Row(person.id(), person.email(), person.firstName(), person.lastName(), version);
		}

	}

}
