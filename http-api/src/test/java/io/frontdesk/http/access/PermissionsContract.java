package io.frontdesk.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import io.frontdesk.events.Person;
import io.frontdesk.events.UserChanged;
import io.frontdesk.identity.Callers;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.standing.Registrar;

/** Every endpoint of a service, and who gets past its door. */
public abstract class PermissionsContract {

	protected static final String CLIENT = "client";

	protected static final String ANY_ADMIN = "any admin";

	private static final String SUPER_ADMIN = "super admin";

	private static final String GONE = "gone@example.org";

	private static final String API = "/api/v1";

	private static final Endpoint[] OF_EVERY_SERVICE = {endpoint("GET /dead-letters", null),
			endpoint("POST /dead-letters/resend", "{}"), endpoint("POST /dead-letters/{id}/resend", null)};

	private final MockMvcTester mvc;

	private final RequestMappingHandlerMapping mappings;

	private final Map<String, Endpoint> table;

	protected PermissionsContract(MockMvcTester mvc, RequestMappingHandlerMapping mappings, Endpoint... table) {
		this.mvc = mvc;
		this.mappings = mappings;
		this.table = Stream.concat(Stream.of(OF_EVERY_SERVICE), Stream.of(table))
				.collect(Collectors.toMap(Endpoint::name, endpoint -> endpoint));
	}

	/**
	 * @param name as in "GET /users/{id}"
	 * @param open whom it is open to beside the super admin: features, {@link #CLIENT}, {@link #ANY_ADMIN}
	 */
	protected static Endpoint endpoint(String name, @Nullable String body, String... open) {
		return new Endpoint(name, body, Set.of(open));
	}

	@Test
	void tableHasEveryEndpoint() {
		var mapped = this.mappings.getHandlerMethods().keySet().stream()
				.flatMap(mapping -> mapping.getMethodsCondition().getMethods().stream()
						.flatMap(method -> mapping.getPatternValues().stream().map(path -> method + " " + path)))
				.filter(endpoint -> endpoint.contains(API))
				.map(endpoint -> endpoint.replace(API, ""))
				.collect(Collectors.toSet());
		assertThat(mapped).isEqualTo(this.table.keySet());
	}

	@Test
	void eachIsOpenToThoseInTheTableAndToNobodyElse() {
		this.table.forEach((name, endpoint) -> {
			var passed = new TreeSet<String>();
			callers().forEach((caller, as) -> {
				var answer = answer(endpoint, as);
				assertThat(answer).as("%s as %s", name, caller).isBetween(200, 499).isNotEqualTo(401);
				if (endpoint.body() == null) {
					assertThat(answer).as("%s as %s", name, caller).isIn(200, 204, 403, 404);
				}
				if (answer != 403) {
					passed.add(caller);
				}
			});
			assertThat(passed).as(name).isEqualTo(open(endpoint));
			assertThat(answer(endpoint, request -> request)).as("%s as nobody", name).isEqualTo(401);
		});
	}

	@Test
	void refusalNamesToStaffTheFeatureThatIsMissingAndToNobodyElse() {
		this.table.forEach((name, endpoint) -> {
			var features = endpoint.open().stream().filter(Features.ALL::contains).toList();
			var told = body(endpoint, Callers.admin());
			if (!features.isEmpty()) {
				assertThat(features).as("%s: %s", name, told).anyMatch(told::contains);
			}
			if (!endpoint.open().contains(CLIENT)) {
				assertThat(body(endpoint, Callers.client("carol@example.com"))).as(name)
						.contains("Your role does not include this");
			}
		});
	}

	/** With a token that is good for some minutes more. */
	@Test
	void whoeverWasDeactivatedGetsPastNoDoor() {
		var registrar = Objects.requireNonNull(this.mappings.getApplicationContext()).getBean(Registrar.class);
		registrar.hear(new UserChanged(Person.idOf(GONE), GONE, "", "", null, false, false, 1), Instant.now());
		this.table.forEach((name, endpoint) -> assertThat(answer(endpoint, Callers.client(GONE))).as(name)
				.isEqualTo(401));
	}

	private static Map<String, RequestPostProcessor> callers() {
		var callers = new LinkedHashMap<String, RequestPostProcessor>();
		callers.put(SUPER_ADMIN, Callers.superAdmin());
		callers.put(ANY_ADMIN, Callers.admin());
		callers.put(CLIENT, Callers.client("carol@example.com"));
		Features.ALL.forEach(feature -> callers.put(feature, Callers.admin(feature)));
		return callers;
	}

	private static Set<String> open(Endpoint endpoint) {
		var open = new TreeSet<>(endpoint.open());
		open.add(SUPER_ADMIN);
		if (open.contains(ANY_ADMIN)) {
			open.addAll(Features.ALL);
		}
		return open;
	}

	private int answer(Endpoint endpoint, RequestPostProcessor caller) {
		return ask(endpoint, caller).getStatus();
	}

	private String body(Endpoint endpoint, RequestPostProcessor caller) {
		return new String(ask(endpoint, caller).getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private MockHttpServletResponse ask(Endpoint endpoint, RequestPostProcessor caller) {
		var words = endpoint.name().split(" ");
		var request = MockMvcRequestBuilders
				.request(HttpMethod.valueOf(words[0]), URI.create(API + filled(words[1])))
				.with(caller);
		if (endpoint.body() != null) {
			request.contentType(MediaType.APPLICATION_JSON).content(endpoint.body());
		}
		return this.mvc.perform(request).getResponse();
	}

	/** The path of something that need not be there. */
	protected String filled(String path) {
		return path.replace("{id}", UUID.randomUUID().toString());
	}

	protected record Endpoint(String name, @Nullable String body, Set<String> open) {}

}
