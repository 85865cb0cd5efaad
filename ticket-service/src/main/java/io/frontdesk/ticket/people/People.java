package io.frontdesk.ticket.people;

import static io.frontdesk.events.transaction.Columns.column;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
		meetAll(List.of(new Met(person, false)));
	}

	public void meet(Actor actor) {
		meet(List.of(actor));
	}

	public void meet(Collection<Actor> actors) {
		meetAll(actors.stream().flatMap(Met::of).toList());
	}

	/**
	 * In one order for all, so that none wait for each other in a circle. A conflict locks the person's row until the
	 * transaction ends: whoever is known already must not get that far.
	 */
	private void meetAll(List<Met> met) {
		var rows = List.copyOf(met.stream()
				.collect(Collectors.toMap(it -> it.person().id(), Function.identity(), Met::and))
				.values());
		this.jdbc.sql("""
				insert into person (id, email, first_name, last_name, staff, version)
				select met.*, :version
				from unnest(:ids::uuid[], :emails, :firstNames, :lastNames, :staff::boolean[])
				       as met (id, email, first_name, last_name, staff)
				where not exists (select from person where id = met.id and (staff or not met.staff))
				order by id
				on conflict (id) do update set staff = true where excluded.staff and not person.staff
				""")
				.param("version", HEARSAY)
				.param("ids", column(rows, it -> it.person().id()))
				.param("emails", column(rows, it -> it.person().email()))
				.param("firstNames", column(rows, it -> it.person().firstName()))
				.param("lastNames", column(rows, it -> it.person().lastName()))
				.param("staff", column(rows, Met::staff))
				.update();
	}

	/**
	 * The ids, by their addresses, of people whom mails or forms name. An address is of whom the directory says that they have
	 * it or had it, else of whom mails know by it. Whose address was freed keeps the id that follows from it; then the next
	 * one is meant.
	 */
	public Map<String, UUID> idsOf(Collection<Person> people) {
		var named = people.stream()
				.collect(Collectors.toMap(Person::email, Function.identity(), (first, _) -> first));
		var rows = List.copyOf(named.values());
		this.jdbc.sql("""
				with wanted as (select * from unnest(:ids::uuid[], :addresses) as wanted (id, address))
				select wanted.address, person.id,
				       case when person.version <> :hearsay then 0 when staff then 2 else 3 end as rank
				from wanted join person on person.email = wanted.address
				union all
				select address, person_id, 1 from wanted join former_address using (address)
				union all
				select wanted.address, null, 4 from wanted join person using (id) where person.email <> wanted.address
				order by rank desc
				""")
				.param("hearsay", HEARSAY)
				.param("ids", column(rows, Person::id))
				.param("addresses", column(rows, Person::email))
				.query((row, _) -> new Owner(row.getString("address"), row.getObject("id", UUID.class)))
				.list()
				.forEach(owner -> named.computeIfPresent(owner.address(),
						(_, person) -> (owner.id() != null) ? person.withId(owner.id()) : withFreeId(person.next())));
		return named.values().stream().collect(Collectors.toMap(Person::email, Person::id));
	}

	private Person withFreeId(Person person) {
		return find(person.id()).isPresent() ? withFreeId(person.next()) : person;
	}

	/** Users who move to another company take their tickets along. */
	public void update(Collection<UserChanged> changes) {
		var users = changes.stream()
				.collect(Collectors.toMap(UserChanged::id, Function.identity(),
						BinaryOperator.maxBy(Comparator.comparingLong(UserChanged::version))));
		var rows = List.copyOf(users.values());
		var updates = this.jdbc.sql("""
				insert into person (id, email, first_name, last_name, staff, active, company_id, version)
				select * from unnest(:ids::uuid[], :emails, :firstNames, :lastNames, :staff::boolean[],
				                     :active::boolean[], :companies::uuid[], :versions::bigint[]) as changed (id)
				order by id
				on conflict (id) do update
				set email = excluded.email, first_name = excluded.first_name, last_name = excluded.last_name,
				    staff = excluded.staff, active = excluded.active, company_id = excluded.company_id,
				    version = excluded.version
				where person.version < excluded.version
				returning id, old.company_id is distinct from new.company_id as moves
				""")
				.param("ids", column(rows, UserChanged::id))
				.param("emails", column(rows, UserChanged::email))
				.param("firstNames", column(rows, UserChanged::firstName))
				.param("lastNames", column(rows, UserChanged::lastName))
				.param("staff", column(rows, UserChanged::staff))
				.param("active", column(rows, UserChanged::active))
				.param("companies", column(rows, UserChanged::companyId))
				.param("versions", column(rows, UserChanged::version))
				.query((row, _) -> new Update(row.getObject("id", UUID.class), row.getBoolean("moves")))
				.list();
		updates.stream()
				.filter(Update::moves)
				.forEach(update -> moveTickets(Objects.requireNonNull(users.get(update.id()))));
		knowFormerAddresses(updates.stream().map(update -> Objects.requireNonNull(users.get(update.id()))).toList());
	}

	private void knowFormerAddresses(List<UserChanged> users) {
		this.jdbc.sql("delete from former_address where person_id = any(:ids)")
				.param("ids", users.stream().map(UserChanged::id).toArray(UUID[]::new))
				.update();
		users.forEach(user -> user.formerAddresses().forEach(address -> this.jdbc.sql("""
				insert into former_address (address, person_id) values (?, ?)
				on conflict (address) do update set person_id = excluded.person_id
				""").params(address, user.id()).update()));
	}

	private void moveTickets(UserChanged user) {
		this.jdbc.sql("""
				update ticket set company_id = :companyId
				where id in (select id from ticket where requester_id = :id and active
				             union all select id from ticket where requester_id = :id and not active)
				and company_id is distinct from :companyId
				returning id
				""").paramSource(user).query(Long.class).list().forEach(this.searchIndex::refresh);
	}

	public KnownPeople known(Collection<UUID> ids) {
		return new KnownPeople(this.jdbc
				.sql("select id, email, first_name, last_name, company_id from person where id = any(?)")
				.param(ids.toArray(UUID[]::new))
				.query((row, number) -> new KnownPeople.Known(person(row, number),
						row.getObject("company_id", UUID.class)))
				.list());
	}

	public Optional<Person> find(UUID id) {
		return this.jdbc.sql("select id, email, first_name, last_name from person where id = ?")
				.param(id)
				.query(People::person)
				.optional();
	}

	/** Whoever has the address, as they are known; the same person if nobody has it. */
	public Person known(Person named) {
		var id = idsOf(List.of(named)).getOrDefault(named.email(), named.id());
		return find(id).orElseGet(() -> named.withId(id));
	}

	public Optional<UUID> companyOf(UUID id) {
		return this.jdbc.sql("select company_id from person where id = ? and company_id is not null")
				.param(id)
				.query(UUID.class)
				.optional();
	}

	private static Person person(ResultSet row, int number) throws SQLException {
		return new Person(row.getObject("id", UUID.class), row.getString("email"), row.getString("first_name"),
				row.getString("last_name"));
	}

	/** Those who are staff, or were once. */
	public Map<UUID, StaffMember> staffOf(Collection<UUID> ids) {
		return this.jdbc.sql("""
				select id, email, first_name, last_name, active from person where staff and id = any(?)
				""")
				.param(ids.toArray(UUID[]::new))
				.query((row, number) -> new StaffMember(person(row, number), row.getBoolean("active")))
				.stream()
				.collect(Collectors.toMap(it -> it.person().id(), Function.identity()));
	}

	public boolean isActiveStaff(UUID id) {
		return this.jdbc.sql("select exists (select 1 from person where id = ? and staff and active)")
				.param(id)
				.query(Boolean.class)
				.single();
	}

	private record Met(Person person, boolean staff) {

		static Stream<Met> of(Actor actor) {
			var person = actor.person();
			return (person != null) ? Stream.of(new Met(person, actor.staff())) : Stream.of();
		}

		Met and(Met same) {
			return new Met(this.person, this.staff || same.staff);
		}

	}

	private record Update(UUID id, boolean moves) {}

	/** @param id null if nobody is, and somebody else has the id that follows from the address */
	private record Owner(String address, @Nullable UUID id) {}

}
