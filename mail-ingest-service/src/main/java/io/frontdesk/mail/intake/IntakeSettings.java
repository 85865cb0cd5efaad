package io.frontdesk.mail.intake;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import io.frontdesk.events.Priority;

/** @param poll how often a mailbox is looked into even if the server announces nothing */
@Validated
@ConfigurationProperties("frontdesk.intake")
public record IntakeSettings(@DefaultValue List<@Valid Mailbox> mailboxes, @DefaultValue("15s") Duration poll) {

	/** Empty if it is no longer configured. */
	Optional<Mailbox> mailbox(String address) {
		return this.mailboxes.stream().filter(mailbox -> mailbox.address().equals(address)).findFirst();
	}

	/** Also with a detail behind a plus, as in our reply addresses (RFC 5233). */
	public boolean isOurs(String address) {
		var plain = address.replaceFirst("\\+[^@]*@", "@");
		return this.mailboxes.stream().anyMatch(mailbox -> mailbox.address().equalsIgnoreCase(plain));
	}

	/**
	 * @param folder that mail arrives in
	 * @param processed the folder that mail goes to once it is in the ledger
	 * @param project of the tickets that its mails open
	 * @param priority of the tickets that its mails open
	 */
	public record Mailbox(@NotBlank String address, @NotBlank String host, @DefaultValue("993") int port,
			@NotBlank String username, @NotBlank String password, @NotNull @DefaultValue("TLS") Security security,
			@NotBlank @DefaultValue("INBOX") String folder, @NotBlank @DefaultValue("Processed") String processed,
			@Nullable UUID project, @Nullable Priority priority) {

		public enum Security {

			TLS, STARTTLS,
			/** For loopback only: the password and all mail cross the wire in the clear. */
			NONE

		}

		@Override
		public String toString() {
			return "%s on %s:%d".formatted(this.address, this.host, this.port);
		}

	}

}
