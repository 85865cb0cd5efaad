package io.frontdesk.notification.outbound;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
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

	/** The name that we greet a mail server with. */
	public String ehloName() {
		var name = this.connection.ehloName();
		return (name != null) ? name : domain();
	}

	/**
	 * @param security when TLS is used
	 * @param caFile certificates in PEM of CAs that are trusted besides those that Java trusts
	 * @param ehloName that we greet the server with; null for the domain of our address
	 * @param nullReturnPath whether automatic mail has a null return path (RFC 3834 §3.3), which some servers refuse
	 * @param mails after so many a new one is opened
	 * @param idle after so long without a mail it is closed
	 */
	public record Connection(@DefaultValue("offered") Security security, @Nullable Path caFile,
			@Nullable @Pattern(regexp = "[\\p{Alnum}.:\\[\\]-]{1,255}", message = "is no name of a host") String ehloName,
			@DefaultValue("true") boolean nullReturnPath,
			@Min(1) @DefaultValue("100") int mails, @DefaultValue("20s") Duration idle) {}

	public enum Security {

		/** At port 465 from the start, else by STARTTLS where the server offers it; a password is not sent without. */
		OFFERED,

		/** From the start. */
		TLS,

		/** By STARTTLS, or nothing is sent. */
		STARTTLS,

		/** Never: the password and all mail cross the wire in the clear. */
		NONE

	}

}
