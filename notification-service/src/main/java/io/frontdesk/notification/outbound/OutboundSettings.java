package io.frontdesk.notification.outbound;

import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param address that mail comes from and answers go to; its domain is that of our Message-IDs
 * @param ours further addresses whose mail comes to us
 * @param name shown beside the address
 * @param senders how many mails are handed to the SMTP server at once
 * @param perSecond how many mails an instance sends in a second at most; null for as many as it can
 * @param giveUpAfter how long a mail is tried that the server won't take for now
 * @param connection how long a connection to the SMTP server is used
 */
@Validated
@ConfigurationProperties("frontdesk.outbound")
public record OutboundSettings(@NotBlank @Email @DefaultValue("support@frontdesk.test") String address,
		@DefaultValue List<@Email String> ours, @NotBlank @DefaultValue("Frontdesk") String name,
		@Min(1) @DefaultValue("4") int senders, @Nullable @Min(1) Integer perSecond,
		@DefaultValue("5d") Duration giveUpAfter, @DefaultValue Connection connection) {

	public String domain() {
		return this.address.substring(this.address.lastIndexOf('@') + 1);
	}

	/**
	 * @param mails after so many a new one is opened
	 * @param idle after so long without a mail it is closed
	 */
	public record Connection(@Min(1) @DefaultValue("100") int mails, @DefaultValue("20s") Duration idle) {}

}
