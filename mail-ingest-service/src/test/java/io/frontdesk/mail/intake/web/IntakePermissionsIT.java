package io.frontdesk.mail.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
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
import io.frontdesk.mail.Api;
import io.frontdesk.mail.MailIngestTest;

/** Every endpoint, and who gets past its door. */
@MailIngestTest
class IntakePermissionsIT {

	private static final Map<String, String> ENDPOINTS = Map.of("GET /intake", Features.MAIL_READ,
			"GET /intake/mailboxes", Features.MAIL_READ, "GET /intake/{id}", Features.MAIL_READ,
			"GET /intake/{id}/source", Features.MAIL_READ, "POST /intake/{id}/retry", Features.MAIL_MANAGE,
			"POST /intake/{id}/release", Features.MAIL_MANAGE);

	private final MockMvcTester mvc;

	private final RequestMappingHandlerMapping mappings;

	@Autowired
	IntakePermissionsIT(MockMvcTester mvc,
			@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
		this.mvc = mvc;
		this.mappings = mappings;
	}

	@Test
	void tableHasEveryEndpoint() {
		var mapped = this.mappings.getHandlerMethods()
				.keySet()
				.stream()
				.flatMap(mapping -> mapping.getMethodsCondition()
						.getMethods()
						.stream()
						.flatMap(method -> mapping.getPatternValues().stream().map(path -> method + " " + path)))
				.filter(endpoint -> endpoint.contains("/api/v1"))
				.map(endpoint -> endpoint.replace("/api/v1", ""))
				.collect(Collectors.toSet());
		assertThat(mapped).isEqualTo(ENDPOINTS.keySet());
	}

	@Test
	void eachIsOpenToItsFeatureAndToNobodyElse() {
		ENDPOINTS.forEach((endpoint, feature) -> {
			var passed = new TreeSet<String>();
			callers().forEach((name, caller) -> {
				var status = status(endpoint, caller);
				assertThat(status).as("%s as %s", endpoint, name).isIn(200, 403, 404);
				if (status != 403) {
					passed.add(name);
				}
			});
			assertThat(passed).as(endpoint).containsExactlyInAnyOrder(feature, "super-admin");
			assertThat(status(endpoint, request -> request)).as("%s as nobody", endpoint).isEqualTo(401);
		});
	}

	private static Map<String, RequestPostProcessor> callers() {
		var callers = new LinkedHashMap<String, RequestPostProcessor>();
		callers.put("super-admin", Callers.superAdmin());
		callers.put("client", Callers.client("carol@example.com"));
		callers.put("no feature", Callers.admin());
		Features.ALL.forEach(feature -> callers.put(feature, Callers.admin(feature)));
		return callers;
	}

	private int status(String endpoint, RequestPostProcessor caller) {
		var words = endpoint.split(" ");
		var path = words[1].replace("{id}", UUID.randomUUID().toString());
		return new Api(this.mvc, caller).call(HttpMethod.valueOf(words[0]), path, null).getResponse().getStatus();
	}

}
