package io.frontdesk.events.reference;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where answers to our mails go, so that they name their ticket. Only who writes them has to know: a token is found in any
 * address.
 *
 * @param form how an address carries a token
 * @param delimiter between address and token, for sub-addresses
 * @param pattern an address with {@value #TOKEN} in its local part, which the mail server leads to a mailbox of ours
 */
@Validated
@ConfigurationProperties("frontdesk.reference.reply-address")
public record ReplyAddresses(@NotNull @DefaultValue("sub-address") Form form,
		@NotBlank @Pattern(regexp = "[+=_.~-]", message = "is one of + - = _ . ~") @DefaultValue("+") String delimiter,
		@Nullable String pattern) {

	static final String TOKEN = "{token}";

	/** With the longest id. */
	private static final int TOKEN_LENGTH = 43;

	private static final int LONGEST_LOCAL_PART = 64;

	public enum Form {

		/** RFC 5233: support+token@… */
		SUB_ADDRESS,

		/** An address of its own: a catch-all, or an alias with a wildcard. */
		PATTERN,

		/** The plain address: Message-ID, References and subject name the ticket. */
		NONE

	}

	/** With a plus behind the address. */
	public static ReplyAddresses usual() {
		return new ReplyAddresses(Form.SUB_ADDRESS, "+", null);
	}

	@AssertTrue(message = "pattern needs an address with {token} in its local part, such as reply-{token}@example.org, "
			+ "short enough for 64 characters before the @")
	boolean isPatternComplete() {
		if (this.form != Form.PATTERN) {
			return true;
		}
		var local = (this.pattern != null) ? this.pattern.replaceFirst("@[^@\\s]+$", "") : "";
		return this.pattern != null && !local.equals(this.pattern)
				&& local.matches("[\\p{Alnum}+=_.~-]*\\{token}[\\p{Alnum}+=_.~-]*")
				&& local.length() - TOKEN.length() + TOKEN_LENGTH <= LONGEST_LOCAL_PART;
	}

	/** The address that carries a token, beside one of ours. */
	String address(String token, String own) {
		var at = own.lastIndexOf('@');
		return switch (this.form) {
			case SUB_ADDRESS -> own.substring(0, at) + this.delimiter + token + own.substring(at);
			case PATTERN -> String.valueOf(this.pattern).replace(TOKEN, token);
			case NONE -> own;
		};
	}

}
