package io.frontdesk.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What kind of sender wrote a mail. */
public enum Classification {

	@JsonProperty("person")
	PERSON,

	@JsonProperty("auto-reply")
	AUTO_REPLY,

	@JsonProperty("bounce")
	BOUNCE,

	@JsonProperty("list")
	LIST,

	@JsonProperty("loop")
	LOOP

}
