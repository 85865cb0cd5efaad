package io.frontdesk.mail.intake;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import io.frontdesk.events.AddressForm;
import io.frontdesk.events.Authentication;
import io.frontdesk.events.Priority;
import io.frontdesk.mail.reading.Provenance;

/** @param poll how often a mailbox is looked into even if the server announces nothing */
@Validated
@ConfigurationProperties("frontdesk.intake")
public record IntakeSettings(@DefaultValue List<@Valid Mailbox> mailboxes, @DefaultValue("15s") Duration poll) {

	@AssertTrue(message = "name an address twice")
	boolean isEachMailboxOnce() {
		return this.mailboxes.stream().map(mailbox -> AddressForm.of(mailbox.address())).distinct()
				.count() == this.mailboxes.size();
	}

	/** Empty if it is no longer configured. */
	Optional<Mailbox> mailbox(String address) {
		return this.mailboxes.stream().filter(mailbox -> mailbox.address().equals(address)).findFirst();
	}

	/** What a mail's origin is by the servers whose word counts in a mailbox; null where none of them says anything. */
	@Nullable
	Authentication authentication(String mailbox, Provenance provenance, String from) {
		return mailbox(mailbox).map(it -> provenance.by(it.authservId(), from)).orElse(null);
	}

	/** Also with a detail behind a plus, as in our reply addresses (RFC 5233). */
	public boolean isOurs(String address) {
		var plain = AddressForm.of(address.replaceFirst("\\+[^@]*@", "@"));
		return this.mailboxes.stream().anyMatch(mailbox -> AddressForm.of(mailbox.address()).equals(plain));
	}

	/**
	 * @param folder that mail arrives in
	 * @param processed the folder that mail goes to once it is in the ledger
	 * @param password of the mailbox; null where {@code oauth} is given
	 * @param project of the tickets that its mails open
	 * @param priority of the tickets that its mails open
	 * @param caFile certificates in PEM that are trusted besides Java's own
	 * @param insecure whether the password may cross a network in the clear
	 * @param authservId of the servers whose Authentication-Results count, as they name themselves there (RFC 8601)
	 */
	public record Mailbox(@NotBlank String address, @NotBlank String host, @DefaultValue("0") int port,
			@NotBlank String username, @Nullable String password, @Nullable @Valid OAuth oauth,
			@NotNull @DefaultValue("TLS") Security security,
			@NotBlank @DefaultValue("INBOX") String folder, @NotBlank @DefaultValue("Processed") String processed,
			@Nullable UUID project, @Nullable Priority priority, @Nullable Path caFile,
			@DefaultValue("false") boolean insecure,
			@DefaultValue List<String> authservId) {

		private static final Pattern AUTHSERV_ID = Pattern.compile("[^\\s;()\"=,]{1,255}");

		private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|::1|\\[::1]");

		public Mailbox {
			if (port == 0) {
				port = (security == Security.TLS) ? 993 : 143;
			}
		}

		@AssertTrue(message = "would send its password in the clear: set security to tls or starttls, or, if that is what you want, insecure to true")
		boolean isPrivate() {
			return this.security != Security.NONE || this.insecure || isOnLoopback();
		}

		public boolean isOnLoopback() {
			return LOOPBACK.matcher(String.valueOf(this.host).toLowerCase(Locale.ROOT)).matches();
		}

		@AssertTrue(message = "needs either a password or oauth")
		boolean isAuthenticated() {
			return (this.password != null) != (this.oauth != null);
		}

		@AssertTrue(message = "has an authservId that can't be one: give what stands before the first semicolon in Authentication-Results")
		boolean isEachServerNamed() {
			return this.authservId.stream().allMatch(id -> AUTHSERV_ID.matcher(id).matches());
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
			/** The password and all mail cross the wire in the clear. */
			NONE

		}

		@Override
		public String toString() {
			return "%s on %s:%d".formatted(this.address, this.host, this.port);
		}

	}

}
