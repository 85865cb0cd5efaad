package io.frontdesk.local.demo;

import java.util.List;
import java.util.UUID;

/** Those who play, with the ids that the directory gave them. */
record Cast(List<UUID> staff, List<Client> clients) {

	/** @param projects of the client's company, of which a ticket takes one */
	record Client(UUID id, UUID company, List<Project> projects) {}

	record Project(UUID id, List<UUID> tasks) {}

}
