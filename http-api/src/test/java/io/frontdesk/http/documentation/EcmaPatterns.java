package io.frontdesk.http.documentation;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/**
 * Java's patterns as JSON Schema reads them: as ECMA 262, and anywhere in the text. That each is one of ECMA 262 is looked
 * at where there is an engine for it, by the web UI's tests.
 */
class EcmaPatterns implements GlobalOpenApiCustomizer {

	@Override
	public void customise(OpenAPI document) {
		var models = (document.getComponents() != null) ? document.getComponents().getSchemas() : null;
		if (models != null) {
			models.values().forEach(EcmaPatterns::anchor);
		}
		parameters(document).forEach(EcmaPatterns::anchor);
	}

	static Stream<Schema<?>> parameters(OpenAPI document) {
		return Stream.ofNullable(document.getPaths())
				.flatMap(paths -> paths.values().stream())
				.map(PathItem::readOperations)
				.flatMap(Collection::stream)
				.map(Operation::getParameters)
				.filter(Objects::nonNull)
				.flatMap(Collection::stream)
				.<Schema<?>>map(Parameter::getSchema)
				.filter(Objects::nonNull);
	}

	private static void anchor(Schema<?> schema) {
		if (schema.getPattern() != null) {
			schema.setPattern(anchored(schema.getPattern()));
		}
		parts(schema).forEach(EcmaPatterns::anchor);
	}

	static Stream<Schema<?>> parts(Schema<?> schema) {
		var properties = (schema.getProperties() != null)
				? schema.getProperties().values().stream().<Schema<?>>map(property -> property)
				: Stream.<Schema<?>>empty();
		var choices = (schema.getAnyOf() != null)
				? schema.getAnyOf().stream().<Schema<?>>map(choice -> choice)
				: Stream.<Schema<?>>empty();
		return Stream.of(properties, choices, Stream.<Schema<?>>ofNullable(schema.getItems())).flatMap(part -> part);
	}

	static String anchored(String java) {
		return java.startsWith("^") && java.endsWith("$") ? java : "^(?:" + java + ")$";
	}

}
