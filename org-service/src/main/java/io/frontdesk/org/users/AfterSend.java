package io.frontdesk.org.users;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where one is once a reply is sent: at its ticket, at the next one of the list, or at the list. */
public enum AfterSend {

	@JsonProperty("stay")
	STAY,

	@JsonProperty("next")
	NEXT,

	@JsonProperty("list")
	LIST

}
