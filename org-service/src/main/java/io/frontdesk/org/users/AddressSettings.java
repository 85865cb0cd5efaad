package io.frontdesk.org.users;

import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.Email;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import io.frontdesk.events.AddressForm;

/**
 * @param proofLifespan how long the link works that proves an address
 * @param ours at which mail comes to us, so that nobody has them
 */
@Validated
@ConfigurationProperties("frontdesk.addresses")
record AddressSettings(@DurationMin(minutes = 1) @DefaultValue("3d") Duration proofLifespan,
		@DefaultValue("support@frontdesk.test") List<@Email String> ours) {

	/** Also with a detail behind a plus, as in our reply addresses (RFC 5233). */
	boolean isOurs(String address) {
		var plain = AddressForm.of(address.replaceFirst("\\+[^@]*+@", "@"));
		return this.ours.stream().map(AddressForm::of).anyMatch(plain::equals);
	}

}
