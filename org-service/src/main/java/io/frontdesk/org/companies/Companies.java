package io.frontdesk.org.companies;

import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Companies extends Repository<Company, UUID> {

	/** Nobody else changes it, or puts anything into it, until we are done. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select company from Company company where company.id = :id")
	Optional<Company> findForChange(UUID id);

	/** Nobody deletes it until we are done. */
	@Lock(LockModeType.PESSIMISTIC_READ)
	Optional<Company> findByIdAndActiveTrue(UUID id);

	Optional<Company> findByDomains(String domain);

	Company saveAndFlush(Company company);

}
