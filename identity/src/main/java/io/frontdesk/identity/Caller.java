package io.frontdesk.identity;

import java.util.Set;

import io.frontdesk.events.Actor;
import io.frontdesk.events.Person;
import io.frontdesk.events.Source;

/**
 * Who calls, as the token says.
 *
 * @param route web where the gateway's browser session calls, api where a program does
 */
public record Caller(Person person, Role role, Set<String> features, Source route) {

	public Caller {
		features = Set.copyOf(features);
	}

	public boolean isStaff() {
		return this.role.isStaff();
	}

	public Actor actor() {
		return new Actor(this.person, isStaff(), this.route);
	}

}
