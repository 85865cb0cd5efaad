package io.frontdesk.org.tasks;

import java.util.UUID;

import org.springframework.stereotype.Component;

import io.frontdesk.org.projects.ProjectDependents;

@Component
class TasksOfProject implements ProjectDependents {

	private final Tasks tasks;

	TasksOfProject(Tasks tasks) {
		this.tasks = tasks;
	}

	@Override
	public String name() {
		return "tasks";
	}

	@Override
	public long activeIn(UUID project) {
		return this.tasks.countByProjectIdAndActiveTrue(project);
	}

}
