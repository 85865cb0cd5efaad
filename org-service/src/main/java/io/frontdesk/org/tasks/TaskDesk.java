package io.frontdesk.org.tasks;

import java.time.InstantSource;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.events.sending.Events;
import io.frontdesk.identity.Caller;
import io.frontdesk.org.editing.EditProblem;
import io.frontdesk.org.editing.IfMatch;
import io.frontdesk.org.projects.ProjectDesk;
import io.frontdesk.org.sight.Rights;

/** Keeps the tasks. Each change is told as {@code task-changed}. */
@Component
@Transactional
public class TaskDesk {

	private final Tasks tasks;

	private final ProjectDesk projects;

	private final Events events;

	private final InstantSource clock;

	TaskDesk(Tasks tasks, ProjectDesk projects, Events events, InstantSource clock) {
		this.tasks = tasks;
		this.projects = projects;
		this.events = events;
		this.clock = clock;
	}

	public UUID create(NewTask wanted) {
		this.projects.requireActive(wanted.project());
		var id = UUID.randomUUID();
		save(new Task(id, wanted, this.clock.instant()));
		return id;
	}

	public void change(UUID id, TaskChange wanted, IfMatch basis, Caller by) {
		Rights.check(by, wanted.isEdit(), wanted.active() != null);
		var task = this.tasks.findForChange(id).orElseThrow(EditProblem.NOT_FOUND::exception);
		basis.check(task.version());
		if (wanted.restores(task)) {
			this.projects.requireActive(task.projectId());
		}
		if (task.apply(wanted)) {
			save(task);
		}
	}

	private void save(Task task) {
		this.events.publish(this.tasks.saveAndFlush(task).changed());
	}

}
