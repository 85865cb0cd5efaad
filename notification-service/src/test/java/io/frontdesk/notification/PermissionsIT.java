package io.frontdesk.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
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
@NotificationServiceTest
class PermissionsIT {

	private static final Map<String, Endpoint> ENDPOINTS = Map.ofEntries(
			endpoint("GET /notifications", null, Features.MAIL_READ),
			endpoint("GET /notifications/{id}", null, Features.MAIL_READ),
			endpoint("POST /notifications/{id}/retry", null, Features.MAIL_MANAGE),
			endpoint("GET /notifications/mutes", null, Features.MAIL_READ),
			endpoint("DELETE /notifications/mutes/{address}", null, Features.MAIL_MANAGE),
			endpoint("GET /templates", null, Features.TEMPLATE_MANAGE),
			endpoint("GET /templates/{key}", null, Features.TEMPLATE_MANAGE),
			endpoint("PUT /templates/{key}", "{\"subject\": \"\", \"text\": \"\"}", Features.TEMPLATE_MANAGE),
			endpoint("DELETE /templates/{key}", null, Features.TEMPLATE_MANAGE),
			endpoint("POST /templates/{key}/preview", "{}", Features.TEMPLATE_MANAGE));

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
			assertThat(passed).as(name).isEqualTo(new TreeSet<>(Set.of("super admin", endpoint.feature())));
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

	private static Map.Entry<String, Endpoint> endpoint(String name, @Nullable String body, String feature) {
		var words = name.split(" ");
		return Map.entry(name, new Endpoint(HttpMethod.valueOf(words[0]), words[1], body, feature));
	}

	private record Endpoint(HttpMethod method, String path, @Nullable String body, String feature) {

		int call(Api api) {
			var filled = this.path.replace("{id}", UUID.randomUUID().toString())
					.replace("{key}", "created")
					.replace("{address}", "nobody@example.org");
			return api.call(this.method, filled, this.body).getResponse().getStatus();
		}

	}

}
