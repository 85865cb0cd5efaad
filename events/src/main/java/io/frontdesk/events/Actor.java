package io.frontdesk.events;

import org.jspecify.annotations.Nullable;

/**
 * Who did something, and by which route.
 *
 * @param person null where Frontdesk acted by itself
 */
public record Actor(@Nullable Person person, boolean staff, Source route) {

	public static Actor staff(Person person, Source route) {
		return new Actor(person, true, route);
	}

	public static Actor client(Person person, Source route) {
		return new Actor(person, false, route);
	}

}
