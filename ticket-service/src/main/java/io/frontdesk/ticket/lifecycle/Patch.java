package io.frontdesk.ticket.lifecycle;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

/** A reference in a merge patch (RFC 7396): null empties the field, leaving it out leaves it alone. */
@JsonDeserialize(using = Patch.Reader.class)
public record Patch(@JsonValue @Nullable UUID value) {

	public static @Nullable NewValue<UUID> wanted(@Nullable Patch patch) {
		return (patch != null) ? new NewValue<>(patch.value()) : null;
	}

	static final class Reader extends StdDeserializer<Patch> {

		Reader() {
			super(Patch.class);
		}

		@Override
		public Patch deserialize(JsonParser parser, DeserializationContext context) {
			return new Patch(context.readValue(parser, UUID.class));
		}

		@Override
		public Patch getNullValue(DeserializationContext context) {
			return new Patch(null);
		}

		@Override
		public @Nullable Object getAbsentValue(DeserializationContext context) {
			return null;
		}

	}

}
