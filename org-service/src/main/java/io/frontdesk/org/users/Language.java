package io.frontdesk.org.users;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What pages and mails are written in. */
public enum Language {

	@JsonProperty("en")
	EN,

	@JsonProperty("de")
	DE;

	/** As BCP 47 names it. */
	public String tag() {
		return name().toLowerCase(Locale.ROOT);
	}

}
