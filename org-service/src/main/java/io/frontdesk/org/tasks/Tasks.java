package io.frontdesk.org.tasks;

import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Tasks extends Repository<Task, UUID> {

	/** Nobody else changes it until we are done. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select task from Task task where task.id = :id")
	Optional<Task> findForChange(UUID id);

	long countByProjectIdAndActiveTrue(UUID projectId);

	Task saveAndFlush(Task task);

}
