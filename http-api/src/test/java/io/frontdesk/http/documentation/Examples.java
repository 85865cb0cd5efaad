package io.frontdesk.http.documentation;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** What a value may look like, by the name of what has it. */
class Examples implements GlobalOpenApiCustomizer {

	private static final Map<String, Object> OF_TEXT = Map.ofEntries(Map.entry("email", "dora@example.com"),
			Map.entry("firstName", "Dora"), Map.entry("lastName", "de Vries"), Map.entry("name", "Example Ltd"),
			Map.entry("subject", "The printer is on fire"), Map.entry("message", "It is the one on floor 3."),
			Map.entry("body", "Please switch it off; we are on our way."), Map.entry("filename", "printer.jpg"),
			Map.entry("contentType", "image/jpeg"), Map.entry("messageId", "<20261101.4711@mail.example.com>"),
			Map.entry("description", "What the printers on floor 3 need"), Map.entry("locale", "de"));

	private static final Map<String, Object> OF_FORMAT = Map.of("uuid", "5f3c1c9e-7a55-4c8e-9d0c-0a8f5f8f2f11",
			"date-time", "2026-11-01T09:30:00.000Z", "date", "2026-11-01");

	@Override
	public void customise(OpenAPI document) {
		for (Schema<?> model : document.getComponents().getSchemas().values()) {
			if (model.getProperties() != null) {
				model.getProperties().forEach(Examples::exemplify);
			}
		}
	}

	private static void exemplify(String name, Schema<?> schema) {
		var isText = schema.getTypes() != null && schema.getTypes().contains("string") && schema.getEnum() == null;
		var isNumber = schema.getTypes() != null && schema.getTypes().contains("integer");
		var example = (isText && schema.getFormat() != null) ? OF_FORMAT.get(schema.getFormat()) : null;
		if (example == null && isText) {
			example = OF_TEXT.get(name);
		}
		if (isNumber && (name.equals("id") || name.startsWith("ticket"))) {
			example = 2233444;
		}
		if (example != null) {
			put(schema, example);
		}
	}

	@SuppressWarnings("unchecked")
	private static void put(Schema<?> schema, Object example) {
		((Schema<Object>) schema).setExamples(List.of(example));
	}

}
