package io.frontdesk.org.projects;

import java.util.UUID;

/** Things that keep a project from being deleted while they are active; the feature that owns them counts them. */
public interface ProjectDependents {

	/** Their name in JSON. */
	String name();

	long activeIn(UUID project);

}
