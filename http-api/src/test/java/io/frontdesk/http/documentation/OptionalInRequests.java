package io.frontdesk.http.documentation;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** An answer has what is nullable as null; a request may as well leave it out, and an address knows no null. */
class OptionalInRequests implements GlobalOpenApiCustomizer {

	@Override
	public void customise(OpenAPI document) {
		if (document.getPaths() != null && document.getComponents() != null) {
			var relaxing = new Relaxing(document.getComponents().getSchemas(), new HashSet<>());
			document.getPaths()
					.values()
					.stream()
					.flatMap(path -> path.readOperations().stream())
					.flatMap(OptionalInRequests::bodies)
					.forEach(relaxing::relax);
			EcmaPatterns.parameters(document).forEach(OptionalInRequests::withoutNull);
		}
	}

	private static void withoutNull(Schema<?> schema) {
		if (schema.getTypes() != null) {
			schema.setTypes(
					schema.getTypes().stream().filter(type -> !type.equals("null")).collect(Collectors.toSet()));
		}
	}

	private static Stream<Schema<?>> bodies(Operation operation) {
		var body = operation.getRequestBody();
		return (body == null || body.getContent() == null)
				? Stream.empty()
				: body.getContent().values().stream().<Schema<?>>map(MediaType::getSchema);
	}

	@SuppressWarnings("rawtypes")
	private record Relaxing(Map<String, Schema> models, Set<String> seen) {

		void relax(@Nullable Schema<?> schema) {
			if (schema == null) {
				return;
			}
			if (schema.get$ref() != null) {
				var name = schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1);
				if (this.seen.add(name)) {
					relax(this.models.get(name));
				}
			}
			if (schema.getRequired() != null && schema.getProperties() != null) {
				schema.setRequired(schema.getRequired()
						.stream()
						.filter(property -> !isNullable(schema.getProperties().get(property)))
						.toList());
			}
			EcmaPatterns.parts(schema).forEach(this::relax);
		}

		private static boolean isNullable(@Nullable Schema<?> schema) {
			return schema != null && (schema.getTypes() != null && schema.getTypes().contains("null")
					|| schema.getAnyOf() != null && schema.getAnyOf().stream().anyMatch(Relaxing::isNullable));
		}

	}

}
