package io.frontdesk.org;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;

/** Every endpoint, and who gets past its door. */
@OrgServiceTest
class PermissionsIT {

	private static final String NAMED = "{\"name\": \"N\", \"%s\": \"00000000-0000-0000-0000-000000000000\"}";

	private static final Map<String, Endpoint> ENDPOINTS = Map.ofEntries(
			endpoint("GET /me", null, "client", "no feature"),
			endpoint("GET /users", null, Features.USER_READ),
			endpoint("POST /users", "{\"email\": \"taken@example.org\"}", Features.USER_WRITE),
			endpoint("GET /users/{id}", null, Features.USER_READ),
			endpoint("PATCH /users/{id}", "{}", Features.USER_WRITE),
			endpoint("DELETE /users/{id}", null, Features.USER_WRITE),
			endpoint("PUT /users/{id}/features", "{\"features\": []}"),
			endpoint("GET /companies", null, Features.ORG_READ),
			endpoint("POST /companies", "{\"name\": \"N\"}", Features.ORG_WRITE),
			endpoint("GET /companies/{id}", null, Features.ORG_READ),
			endpoint("PATCH /companies/{id}", "{}", Features.ORG_WRITE, Features.ORG_DELETE),
			endpoint("DELETE /companies/{id}", null, Features.ORG_DELETE),
			endpoint("GET /projects", null, Features.ORG_READ, "client"),
			endpoint("POST /projects", NAMED.formatted("company"), Features.ORG_WRITE),
			endpoint("GET /projects/{id}", null, Features.ORG_READ),
			endpoint("PATCH /projects/{id}", "{}", Features.ORG_WRITE, Features.ORG_DELETE),
			endpoint("DELETE /projects/{id}", null, Features.ORG_DELETE),
			endpoint("GET /tasks", null, Features.ORG_READ, "client"),
			endpoint("POST /tasks", NAMED.formatted("project"), Features.ORG_WRITE),
			endpoint("GET /tasks/{id}", null, Features.ORG_READ),
			endpoint("PATCH /tasks/{id}", "{}", Features.ORG_WRITE, Features.ORG_DELETE),
			endpoint("DELETE /tasks/{id}", null, Features.ORG_DELETE));

	private final MockMvcTester mvc;

	private final RequestMappingHandlerMapping mappings;

	@Autowired
	PermissionsIT(MockMvcTester mvc,
			@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
		this.mvc = mvc;
		this.mappings = mappings;
	}

	@Test
	void tableHasEveryEndpoint() {
		var mapped = this.mappings.getHandlerMethods().keySet().stream()
				.flatMap(mapping -> mapping.getMethodsCondition().getMethods().stream()
						.flatMap(method -> mapping.getPatternValues().stream().map(path -> method + " " + path)))
				.filter(endpoint -> endpoint.contains("/api/v1"))
				.map(endpoint -> endpoint.replace("/api/v1", ""))
				.collect(Collectors.toSet());
		assertThat(mapped).isEqualTo(ENDPOINTS.keySet());
	}

	@Test
	void eachIsOpenToThoseInTheTableAndToNobodyElse() {
		ENDPOINTS.forEach((name, endpoint) -> {
			var passed = new TreeSet<String>();
			callers().forEach((caller, as) -> {
				var answer = endpoint.call(new Api(this.mvc, as));
				assertThat(answer).as("%s as %s", name, caller).isBetween(200, 499).isNotEqualTo(401);
				if (answer != 403) {
					passed.add(caller);
				}
			});
			assertThat(passed).as(name).isEqualTo(endpoint.open(callers().keySet()));
			assertThat(endpoint.call(new Api(this.mvc, request -> request))).as(name).isEqualTo(401);
		});
	}

	private static Map<String, RequestPostProcessor> callers() {
		var callers = new LinkedHashMap<String, RequestPostProcessor>();
		callers.put("super admin", Callers.superAdmin());
		callers.put("no feature", Callers.admin());
		callers.put("client", Callers.client("carol@example.com"));
		Features.ALL.forEach(feature -> callers.put(feature, Callers.admin(feature)));
		return callers;
	}

	private static Map.Entry<String, Endpoint> endpoint(String name, String body, String... open) {
		var words = name.split(" ");
		return Map.entry(name, new Endpoint(HttpMethod.valueOf(words[0]), words[1], body, List.of(open)));
	}

	private record Endpoint(HttpMethod method, String path, String body, List<String> callers) {

		int call(Api api) {
			return api.call(this.method, this.path.replace("{id}", UUID.randomUUID().toString()), this.body, null)
					.getResponse().getStatus();
		}

		/** "no feature" stands for any admin. */
		Set<String> open(Set<String> all) {
			var open = new TreeSet<>(this.callers);
			open.add("super admin");
			return open.contains("no feature") ? new TreeSet<>(all) : open;
		}

	}

}
