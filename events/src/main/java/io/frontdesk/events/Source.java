package io.frontdesk.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The route by which something reached Frontdesk. */
public enum Source {

	@JsonProperty("mail")
	MAIL,

	@JsonProperty("web")
	WEB,

	@JsonProperty("api")
	API

}
