package io.frontdesk.org.users;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Users extends Repository<User, UUID> {

	Optional<User> findByEmail(String email);

	@Query("""
			select user from User user where user.email = :email or user.id = :id
			order by case when user.email = :email then 0 else 1 end limit 1
			""")
	Optional<User> findByEmailOrElseId(String email, UUID id);

	Optional<User> findById(UUID id);

	/** Nobody else changes it until we are done. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select user from User user where user.id = :id")
	Optional<User> findForChange(UUID id);

	/** Nobody else takes or meets this address until we are done: there may be no row yet to lock. */
	@Query(value = "select cast(pg_advisory_xact_lock(hashtextextended(:email, 0)) as text)", nativeQuery = true)
	@Nullable
	String reserve(String email);

	/** In one order, so that two super admins who deactivate each other wait rather than both succeed. */
	@Query(value = "select id from users where role = 'SUPER_ADMIN' and active order by id for update", nativeQuery = true)
	List<UUID> lockSuperAdmins();

	long countByCompanyIdAndActiveTrue(UUID companyId);

	User saveAndFlush(User user);

}
