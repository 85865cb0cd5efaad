package io.frontdesk.events;

import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the mail server that received a mail found out about where it comes from, in an Authentication-Results that
 * counts (RFC 8601).
 *
 * @param server that says so, by its authserv-id
 * @param proof what follows for the address that the mail is from
 * @param results one for each method that was tried, as the server wrote them
 * @param hearsay whether From is not plainly the one address that the mail is taken to be from: then the server looked at
 *     somebody else, or may have
 */
public record Authentication(String server, Proof proof, List<Result> results, Boolean hearsay) {

	/** Events that were written before this field existed are still read. */
	@SuppressWarnings("NullAway")
	public Authentication {
		hearsay = Objects.requireNonNullElse(hearsay, false);
	}

	/** Whether a mail is from the address that it says it is from. */
	public enum Proof {

		@JsonProperty("proven")
		PROVEN,

		@JsonProperty("none")
		NONE,

		/** It was found not to be. */
		@JsonProperty("failed")
		FAILED

	}

	/**
	 * @param method spf, dkim, dmarc, arc, auth and so on
	 * @param result pass, fail, none and so on
	 * @param domain that the result is about, where it says so
	 */
	public record Result(String method, String result, @Nullable String domain) {}

}
