package io.frontdesk.local.keycloak;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A realm as JSON, and what a place lays over it. */
public record Realm(ObjectNode json) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	public static Realm parse(String json) {
		return new Realm((ObjectNode) JSON.readTree(json));
	}

	/** Objects merge by key, lists of things with an identity by that identity, anything else is replaced. */
	public Realm overlaidWith(Realm overlay) {
		return new Realm(merge(this.json.deepCopy(), overlay.json));
	}

	private static ObjectNode merge(ObjectNode base, ObjectNode overlay) {
		overlay.forEachEntry((key, value) -> base.set(key, merged(base.get(key), value)));
		return base;
	}

	private static JsonNode merged(@org.jspecify.annotations.Nullable JsonNode base, JsonNode overlay) {
		return switch (overlay) {
			case ObjectNode object when base instanceof ObjectNode target -> merge(target, object);
			case ArrayNode list when base instanceof ArrayNode target -> merge(target, list);
			default -> overlay;
		};
	}

	private static ArrayNode merge(ArrayNode base, ArrayNode overlay) {
		for (JsonNode item : overlay) {
			int same = indexOf(base, item);
			if (same < 0) {
				base.add(item);
			} else {
				base.set(same, merged(base.get(same), item));
			}
		}
		return base;
	}

	private static int indexOf(ArrayNode list, JsonNode item) {
		for (int i = 0; i < list.size(); i++) {
			if (identity(list.get(i)).equals(identity(item))) {
				return i;
			}
		}
		return -1;
	}

	private static JsonNode identity(JsonNode item) {
		for (String key : java.util.List.of("clientId", "username", "name")) {
			if (item.has(key)) {
				return item.get(key);
			}
		}
		return item;
	}

	@Override
	public String toString() {
		return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this.json);
	}

}
