package io.frontdesk.gateway.routes;

import java.net.URI;
import java.util.Arrays;

import org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions;
import org.springframework.cloud.gateway.server.mvc.predicate.GatewayRequestPredicates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import io.frontdesk.gateway.GatewaySettings;
import io.frontdesk.gateway.problem.GatewayProblem;
import io.frontdesk.gateway.problem.Problems;

@Configuration
class RoutesConfiguration {

	private final BodyLimit bodyLimit;

	private final TokenRelay tokenRelay;

	RoutesConfiguration(BodyLimit bodyLimit, TokenRelay tokenRelay) {
		this.bodyLimit = bodyLimit;
		this.tokenRelay = tokenRelay;
	}

	@Bean
	@Order(0)
	RouterFunction<ServerResponse> routes(GatewaySettings settings, Problems problems) {
		return route("ticket", settings.ticketUrl(), "tickets", "attachments", "dashboard", "stream")
				.and(route("org", settings.orgUrl(), "me", "users", "companies", "projects", "tasks"))
				.and(route("mail-ingest", settings.mailIngestUrl(), "intake"))
				.and(route("notification", settings.notificationUrl(), "notifications", "templates"))
				.and(RouterFunctions.route(RequestPredicates.path("/api/**"),
						_ -> problems.answer(GatewayProblem.NOT_FOUND)));
	}

	private RouterFunction<ServerResponse> route(String service, URI url, String... resources) {
		var paths = Arrays.stream(resources).map(resource -> "/api/v1/" + resource + "/**");
		return GatewayRouterFunctions.route(service)
				.route(GatewayRequestPredicates.path(paths.toArray(String[]::new)), HandlerFunctions.http())
				.before(BeforeFilterFunctions.uri(url))
				.filter(this.bodyLimit)
				.filter(this.tokenRelay)
				.build();
	}

}
