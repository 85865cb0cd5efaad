package io.frontdesk.ticket.recipients;

import java.util.List;
import java.util.Set;

import io.frontdesk.events.AddressForm;

/**
 * Whom a reply is for and who gets a copy, each address in its one form and once.
 *
 * @param to where the requester is answered
 */
public record Recipients(String to, List<String> cc) {

	public Recipients {
		to = AddressForm.of(to);
		cc = cc.stream().map(AddressForm::of).distinct().toList();
	}

	/** Whether these are the same people; in which order they get their copies is nothing to anybody. */
	public boolean areThose(Recipients others) {
		return this.to.equals(others.to) && Set.copyOf(this.cc).equals(Set.copyOf(others.cc));
	}

}
