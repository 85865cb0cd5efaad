package io.frontdesk.mail.reading;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/** @param domain that the result is about, as A-label; null where it names none */
record AuthenticationResult(String method, String result, @Nullable String domain) {

	/** Besides RFC 7489's own word those by which rspamd told what the domain asks for. */
	private static final Set<String> DMARC_FAILURES = Set.of("fail", "reject", "quarantine", "softfail");

	/** A softfail is the domain's own doubt, RFC 7208 §8.5. */
	private static final Set<String> FAILURES = Set.of("fail", "hardfail");

	boolean isDmarc() {
		return this.method.equals("dmarc");
	}

	boolean isPassed() {
		return this.result.equals("pass");
	}

	boolean isFailed() {
		return switch (this.method) {
			case "dmarc" -> DMARC_FAILURES.contains(this.result);
			case "spf", "dkim" -> FAILURES.contains(this.result);
			default -> false;
		};
	}

	/** Whether its server found another author in the mail, however the mail can be read. */
	boolean isAboutAnotherThan(String author) {
		return isDmarc() && this.domain != null && !Domains.isWithin(author, this.domain)
				&& !Domains.isWithin(this.domain, author);
	}

	/** Whether it says by itself that a mail is from an address of the domain. */
	boolean vouchesFor(String author) {
		return isPassed() && this.domain != null && switch (this.method) {
			case "dmarc" -> this.domain.equals(author);
			case "spf", "dkim" -> Domains.isWithin(author, this.domain);
			default -> false;
		};
	}

}
