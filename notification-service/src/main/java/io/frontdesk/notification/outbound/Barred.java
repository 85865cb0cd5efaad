package io.frontdesk.notification.outbound;

import java.util.Optional;

import org.springframework.stereotype.Component;

import io.frontdesk.events.Person;
import io.frontdesk.identity.standing.Registrar;

/** Whom no mail about a ticket may reach, whoever wants it sent. */
@Component
public class Barred {

	private static final String DEACTIVATED = "The recipient was deactivated, and gets no mail until they are active again";

	private final OurAddresses ours;

	private final Registrar registrar;

	Barred(OurAddresses ours, Registrar registrar) {
		this.ours = ours;
		this.registrar = registrar;
	}

	/** Empty if mail may go to the address. */
	public Optional<String> why(String address) {
		if (this.ours.include(address)) {
			return Optional.of("We are " + address);
		}
		return this.registrar.isDeactivated(Person.of(address, "")) ? Optional.of(DEACTIVATED) : Optional.empty();
	}

}
