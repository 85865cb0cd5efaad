package io.frontdesk.notification.outbound;

import java.time.Duration;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param address that mail comes from and answers go to; its domain is that of our Message-IDs
 * @param name shown beside the address
 * @param senders how many mails are handed to the SMTP server at once
 * @param giveUpAfter how long a mail is tried that the server won't take for now
 */
@Validated
@ConfigurationProperties("frontdesk.outbound")
public record OutboundSettings(@NotBlank @Email @DefaultValue("support@frontdesk.test") String address,
		@NotBlank @DefaultValue("Frontdesk") String name, @Min(1) @DefaultValue("4") int senders,
		@DefaultValue("5d") Duration giveUpAfter) {

	String domain() {
		return this.address.substring(this.address.lastIndexOf('@') + 1);
	}

}
