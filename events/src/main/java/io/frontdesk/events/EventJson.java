package io.frontdesk.events;

import tools.jackson.databind.json.JsonMapper;

/** How events are written, kept apart from the JSON settings of a service: the contract is the same everywhere. */
public final class EventJson {

	public static final JsonMapper MAPPER = JsonMapper.builder().build();

	private EventJson() {}

}
