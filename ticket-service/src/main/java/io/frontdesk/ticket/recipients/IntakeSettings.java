package io.frontdesk.ticket.recipients;

import java.util.List;

import jakarta.validation.constraints.Email;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import io.frontdesk.events.AddressForm;

/** @param ours addresses whose mail comes to us, such as aliases, beside those of the mailboxes */
@Validated
@ConfigurationProperties("frontdesk.intake")
record IntakeSettings(@DefaultValue List<@Email String> ours) {

	/** Also with a detail behind a plus, as in our reply addresses (RFC 5233). */
	boolean isOurs(String address) {
		var plain = AddressForm.of(address.replaceFirst("\\+[^@]*@", "@"));
		return this.ours.stream().map(AddressForm::of).anyMatch(plain::equals);
	}

}
