package io.frontdesk.mail.reading;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.AddressForm;

/** Domains as they can be compared: A-labels, in lower case. */
final class Domains {

	private static final Pattern NAME = Pattern.compile("[a-z0-9_.-]{1,253}");

	private Domains() {}

	/** Null where there is none, or one that is not written as servers write it. */
	static @Nullable String ofAddress(String address) {
		var domain = AddressForm.domain(address.substring(address.lastIndexOf('@') + 1).strip());
		return NAME.matcher(domain).matches() ? domain.replaceFirst("\\.$", "") : null;
	}

	/** Whether it is that domain or one below it. */
	static boolean isWithin(String domain, String parent) {
		return domain.equals(parent) || (parent.indexOf('.') > 0 && domain.endsWith("." + parent));
	}

}
