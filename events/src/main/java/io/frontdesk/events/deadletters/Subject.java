package io.frontdesk.events.deadletters;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

import io.frontdesk.events.EventJson;

/** Which mail and which ticket an event is about, as far as it says so. */
record Subject(@Nullable UUID mail, @Nullable Long ticket) {

	static Subject of(byte @Nullable [] data) {
		var event = read(data);
		return new Subject(mail(event.path("intakeId"), event.at("/mail/intakeId")),
				number(event.at("/ticket/id"), event.path("ticketId")));
	}

	private static JsonNode read(byte @Nullable [] data) {
		try {
			return (data != null) ? EventJson.MAPPER.readTree(data) : MissingNode.getInstance();
		} catch (JacksonException _) {
			return MissingNode.getInstance();
		}
	}

	private static @Nullable UUID mail(JsonNode... candidates) {
		for (var candidate : candidates) {
			try {
				if (candidate.isString()) {
					return UUID.fromString(candidate.asString());
				}
			} catch (IllegalArgumentException _) {
				// names no entry of the ledger
			}
		}
		return null;
	}

	private static @Nullable Long number(JsonNode... candidates) {
		for (var candidate : candidates) {
			if (candidate.canConvertToLong()) {
				return candidate.asLong();
			}
		}
		return null;
	}

}
