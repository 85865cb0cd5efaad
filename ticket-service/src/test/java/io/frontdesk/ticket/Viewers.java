package io.frontdesk.ticket;

import java.util.Set;

import io.frontdesk.events.Person;
import io.frontdesk.events.Source;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.Role;
import io.frontdesk.ticket.sight.Viewer;

/** Viewers for tests that ask no controller. */
public final class Viewers {

	private Viewers() {}

	/** Somebody who may do all with tickets. */
	public static Viewer staff(Person person) {
		return staff(person, Features.TICKET_READ, Features.TICKET_WRITE, Features.TICKET_DELETE);
	}

	public static Viewer staff(Person person, String... features) {
		return new Viewer(new Caller(person, Role.ADMIN, Set.of(features), Source.API));
	}

	public static Viewer client(Person person) {
		return new Viewer(new Caller(person, Role.CLIENT, Set.of(), Source.API));
	}

}
