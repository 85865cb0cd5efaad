package io.frontdesk.mail.intake;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
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

	@AssertTrue(message = "name an address twice")
	boolean isEachMailboxOnce() {
		return this.mailboxes.stream().map(mailbox -> mailbox.address().toLowerCase(Locale.ROOT)).distinct()
				.count() == this.mailboxes.size();
	}

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
	 * @param password of the mailbox; null where {@code oauth} is given
	 * @param project of the tickets that its mails open
	 * @param priority of the tickets that its mails open
	 */
	public record Mailbox(@NotBlank String address, @NotBlank String host, @DefaultValue("993") int port,
			@NotBlank String username, @Nullable String password, @Nullable @Valid OAuth oauth,
			@NotNull @DefaultValue("TLS") Security security,
			@NotBlank @DefaultValue("INBOX") String folder, @NotBlank @DefaultValue("Processed") String processed,
			@Nullable UUID project, @Nullable Priority priority) {

		@AssertTrue(message = "needs either a password or oauth")
		boolean isAuthenticated() {
			return (this.password != null) != (this.oauth != null);
		}

		/**
		 * How to get a token for XOAUTH2: with a refresh token (Google), or else with the client's own credentials
		 * (Microsoft).
		 */
		public record OAuth(@NotNull URI tokenUri, @NotBlank String clientId, @NotBlank String clientSecret,
				@Nullable String refreshToken, @DefaultValue List<String> scopes) {

			@Override
			public String toString() {
				return "OAuth at " + this.tokenUri;
			}

		}

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
