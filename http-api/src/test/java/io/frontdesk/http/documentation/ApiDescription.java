package io.frontdesk.http.documentation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.StringUtils;

/** What operations have in common: the bearer token, what can go wrong, and their place by the first word of the path. */
class ApiDescription implements GlobalOpenApiCustomizer {

	private static final String BEARER = "bearer";

	private static final String PROBLEM = "Problem";

	private static final String MADE = "Made";

	private static final String SCHEMAS = "#/components/schemas/";

	private static final String RESPONSES = "#/components/responses/";

	private static final String VERSION = "^/api/v\\d+/";

	private final ProblemCatalogue problems;

	ApiDescription(ProblemCatalogue problems) {
		this.problems = problems;
	}

	@Override
	public void customise(OpenAPI document) {
		var components = (document.getComponents() != null) ? document.getComponents() : new Components();
		document.setComponents(components);
		components.addSchemas(PROBLEM, Problems.shared())
				.addSecuritySchemes(BEARER,
						new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT"));
		document.setSecurity(List.of(new SecurityRequirement().addList(BEARER)));
		document.setServers(null);
		document.getPaths()
				.forEach((path, item) -> item.readOperationsMap()
						.forEach((method, operation) -> describe(method, path, operation, components)));
	}

	private void describe(PathItem.HttpMethod method, String path, Operation operation, Components components) {
		if (operation.getExtensions() == null
				|| !(operation.getExtensions().remove(WhatItSays.SAYS) instanceof Says says)) {
			throw new IllegalStateException("@Says is missing at %s %s".formatted(method, path));
		}
		if (!says.takes().isEmpty()) {
			operation.getRequestBody().getContent().addMediaType(says.takes(), WhatItSays.raw(says.takes()));
		}
		operation.setTags(List.of(path.replaceFirst(VERSION, "").replaceFirst("/.*", "")));
		if (method != PathItem.HttpMethod.GET && WhoMayCall.maySeeNothing(operation)) {
			blind(operation, components);
		}
		Statuses.of(path, operation).forEach(status -> {
			components.addResponses(Statuses.name(status), problem(status, Statuses.when(status), PROBLEM));
			operation.getResponses()
					.putIfAbsent(Integer.toString(status.value()),
							new ApiResponse().$ref(RESPONSES + Statuses.name(status)));
		});
		own(operation, says, components);
	}

	/** Who may do it and not see it is told no more than the id of what they made. */
	private static void blind(Operation operation, Components components) {
		var made = operation.getResponses().get("201");
		if (made != null && made.getContent() != null) {
			Schema<?> id = new Schema<>().types(new LinkedHashSet<>(List.of("string", "integer")));
			components.addSchemas(MADE, Problems.object(Map.of("id", id))
					.description("For those who may make it and may not see it"));
			made.getContent()
					.values()
					.forEach(content -> content.setSchema(new Schema<>()
							.anyOf(List.of(content.getSchema(), new Schema<>().$ref(SCHEMAS + MADE)))));
		}
		if (operation.getResponses().containsKey("200")) {
			operation.getResponses()
					.computeIfAbsent("204", _ -> new ApiResponse().description("Done, by one who may not see it"));
		}
	}

	private void own(Operation operation, Says says, Components components) {
		var byStatus = new TreeMap<HttpStatus, List<ProblemCatalogue.Known>>();
		for (var type : says.problems()) {
			var known = this.problems.named(type);
			byStatus.computeIfAbsent(known.status(), _ -> new ArrayList<>()).add(known);
		}
		var first = (says.problems().length > 0) ? this.problems.named(says.problems()[0]).status() : null;
		byStatus.forEach((status, known) -> {
			var name = (status == first && says.tells() != Void.class) ? telling(says, components) : PROBLEM;
			var shared = operation.getResponses().containsKey(Integer.toString(status.value()))
					? Stream.of(Statuses.when(status))
					: Stream.<String>empty();
			var own = known.stream().map(problem -> "`%s`: %s".formatted(problem.type(), problem.detail()));
			operation.getResponses()
					.addApiResponse(Integer.toString(status.value()),
							problem(status, String.join("\n\n", Stream.concat(own, shared).toList()), name));
		});
	}

	private static ApiResponse problem(HttpStatus status, String when, String schema) {
		var answer = Problems.response(when, schema);
		if (Statuses.isForNow(status)) {
			AnswerHeaders.add(answer, HttpHeaders.RETRY_AFTER);
		}
		return answer;
	}

	@SuppressWarnings("unchecked")
	private static String telling(Says says, Components components) {
		var read = ModelConverters.getInstance(true).readAllAsResolvedSchema(says.tells());
		read.referencedSchemas.forEach((name, schema) -> {
			if (schema != read.schema) {
				components.getSchemas().putIfAbsent(name, schema);
			}
		});
		var name = StringUtils.capitalize(says.id()) + PROBLEM;
		components.addSchemas(name, Problems.with(read.schema.getProperties()));
		return name;
	}

}
