package io.frontdesk.http.documentation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.util.StringUtils;

/** What every operation has in common: the bearer token, the problems, and its place by the first word of its path. */
class ApiDescription implements GlobalOpenApiCustomizer {

	private static final String BEARER = "bearer";

	private static final String PROBLEM = "Problem";

	private static final String VERSION = "^/api/v\\d+/";

	@Override
	public void customise(OpenAPI document) {
		if (document.getComponents() == null) {
			document.setComponents(new Components());
		}
		document.getComponents()
				.addSchemas(PROBLEM, problem())
				.addSecuritySchemes(BEARER,
						new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT"));
		document.setSecurity(List.of(new SecurityRequirement().addList(BEARER)));
		document.setServers(null);
		if (document.getPaths() != null) {
			document.getPaths()
					.forEach((path, item) -> item.readOperationsMap()
							.forEach((method, operation) -> describe(method, path, operation)));
		}
	}

	private static void describe(PathItem.HttpMethod method, String path, Operation operation) {
		operation.setOperationId(id(method, path));
		operation.setTags(List.of(tag(path)));
		problems(path, operation).forEach((status, when) -> {
			if (!operation.getResponses().containsKey(status)) {
				operation.getResponses().addApiResponse(status, new ApiResponse().description(when).content(content()));
			}
		});
	}

	/** Unique among all services, as methods' names are not: getTicketsIdMessages. */
	private static String id(PathItem.HttpMethod method, String path) {
		return Stream.of(path.replaceFirst(VERSION, "").split("[^A-Za-z0-9]+"))
				.map(StringUtils::capitalize)
				.collect(Collectors.joining("", method.name().toLowerCase(Locale.ROOT), ""));
	}

	private static String tag(String path) {
		return path.replaceFirst(VERSION, "").replaceFirst("/.*", "");
	}

	private static Map<String, String> problems(String path, Operation operation) {
		var problems = new LinkedHashMap<String, String>();
		if (operation.getParameters() != null || operation.getRequestBody() != null) {
			problems.put("400", "Something in the request is not as it must be");
		}
		problems.put("401", "No login, or a token that is not valid");
		problems.put("403", "The role does not include this");
		if (path.contains("{")) {
			problems.put("404", "Not there, or not to be seen by this caller");
		}
		problems.put("429", "Too many requests; Retry-After says when to come back");
		problems.put("503", "Away for the moment");
		return problems;
	}

	private static Content content() {
		return new Content().addMediaType("application/problem+json",
				new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)));
	}

	/** RFC 9457. */
	private static Schema<?> problem() {
		var schema = object();
		schema.setDescription("What went wrong: RFC 9457, with a type of docs/problems.md");
		schema.addProperty("type", text());
		schema.addProperty("title", text());
		schema.addProperty("status", new Schema<>().types(Set.of("integer")));
		schema.addProperty("detail", text());
		schema.addProperty("instance", text());
		schema.setAdditionalProperties(true);
		schema.setRequired(List.of("type", "status"));
		return schema;
	}

	private static Schema<?> object() {
		return new Schema<>().types(Set.of("object"));
	}

	private static Schema<?> text() {
		return new Schema<>().types(Set.of("string"));
	}

}
