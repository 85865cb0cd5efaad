package io.frontdesk.org.users;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import io.frontdesk.events.Person;

interface Users extends Repository<User, UUID> {

	Optional<User> findById(UUID id);

	boolean existsById(UUID id);

	@Query("select user.id from User user where user.id in :ids")
	Set<UUID> findTaken(Collection<UUID> ids);

	/** Whoever had an address that was freed keeps the id that follows from it. */
	default Person withFreeId(Person person) {
		return existsById(person.id()) ? withFreeId(person.next()) : person;
	}

	/** Who has the address or had it. */
	@Query(value = """
			select * from users
			where email = :address or cardinality(former_addresses) > 0 and former_addresses @> array[cast(:address as text)]
			""", nativeQuery = true)
	Optional<User> findByAddress(String address);

	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select user from User user where user.wish.pendingWish = :wish")
	Optional<User> findByWish(UUID wish);

	/** Nobody else changes it until we are done. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select user from User user where user.id = :id")
	Optional<User> findForChange(UUID id);

	@Query(value = """
			select * from users
			where email = any(:addresses) or cardinality(former_addresses) > 0 and former_addresses && cast(:addresses as text[])
			or id = any(:ids)
			""", nativeQuery = true)
	List<User> findByAddressesOrIds(String[] addresses, UUID[] ids);

	/**
	 * Nobody else takes or meets these addresses until we are done: there may be no row yet to lock. In one order for all,
	 * so that none wait for each other in a circle.
	 */
	@Query(value = """
			select count(cast(pg_advisory_xact_lock(key) as text))
			from (select distinct hashtextextended(email, 0) as key from unnest(:emails) as email order by 1) as address
			""", nativeQuery = true)
	long reserve(String... emails);

	/** In one order, so that two super admins who deactivate each other wait rather than both succeed. */
	@Query(value = "select id from users where role = 'SUPER_ADMIN' and active order by id for update", nativeQuery = true)
	List<UUID> lockSuperAdmins();

	long countByCompanyIdAndActiveTrue(UUID companyId);

	User saveAndFlush(User user);

	List<User> saveAllAndFlush(Iterable<User> users);

}
