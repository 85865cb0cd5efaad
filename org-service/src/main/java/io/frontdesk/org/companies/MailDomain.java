package io.frontdesk.org.companies;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.frontdesk.events.AddressForm;

/** The part of addresses behind the @ that is a company's own. */
record MailDomain(String name) {

	private static final Pattern FORMAT = Pattern
			.compile("(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)++[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

	private static final Set<String> PUBLIC = publicDomains();

	/** @throws IllegalArgumentException with a reason that a caller can read */
	static MailDomain of(String text) {
		var name = AddressForm.domain(text.strip().replaceFirst("^@", ""));
		if (!FORMAT.matcher(name).matches()) {
			throw new IllegalArgumentException("must be a mail domain, such as acme.example");
		}
		if (PUBLIC.contains(name)) {
			throw new IllegalArgumentException("%s gives addresses to anybody, so it can't tell who is of the company"
					.formatted(name));
		}
		return new MailDomain(name);
	}

	private static Set<String> publicDomains() {
		try (InputStream list = Objects
				.requireNonNull(MailDomain.class.getResourceAsStream("/public-mail-domains.txt"))) {
			return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines()
					.filter(line -> !line.startsWith("#"))
					.collect(Collectors.toUnmodifiableSet());
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
