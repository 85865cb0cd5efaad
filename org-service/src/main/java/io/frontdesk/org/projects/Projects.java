package io.frontdesk.org.projects;

import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Projects extends Repository<Project, UUID> {

	/** Nobody else changes it, or puts anything into it, until we are done. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select project from Project project where project.id = :id")
	Optional<Project> findForChange(UUID id);

	/** Nobody deletes it until we are done. */
	@Lock(LockModeType.PESSIMISTIC_READ)
	Optional<Project> findByIdAndActiveTrue(UUID id);

	long countByCompanyIdAndActiveTrue(UUID companyId);

	Project saveAndFlush(Project project);

}
