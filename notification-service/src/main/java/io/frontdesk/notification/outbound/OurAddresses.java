package io.frontdesk.notification.outbound;

import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import io.frontdesk.events.AddressForm;
import io.frontdesk.events.reference.SignedReferences;

/** Addresses at which mail comes to us. */
@Component
public class OurAddresses {

	private final List<String> ours;

	private final SignedReferences references;

	OurAddresses(OutboundSettings settings, SignedReferences references) {
		this.ours = Stream.concat(Stream.of(settings.address()), settings.ours().stream())
				.map(AddressForm::of)
				.toList();
		this.references = references;
	}

	/** Also with a detail behind a plus (RFC 5233), and those that we gave somebody to answer to. */
	public boolean include(String written) {
		var address = AddressForm.of(written);
		var at = address.lastIndexOf('@');
		var plus = address.indexOf('+');
		var plain = (plus > 0 && plus < at) ? address.substring(0, plus) + address.substring(at) : address;
		return this.ours.contains(address) || this.ours.contains(plain)
				|| this.references.inReplyAddress(address).isPresent();
	}

}
