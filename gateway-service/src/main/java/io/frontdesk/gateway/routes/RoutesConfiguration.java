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
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import io.frontdesk.gateway.GatewaySettings;
import io.frontdesk.gateway.deadletters.DeadLetters;
import io.frontdesk.gateway.previews.ReplyPreviews;
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
	RouterFunction<ServerResponse> routes(GatewaySettings settings, DeadLetters letters, ReplyPreviews previews,
			Problems problems) {
		return ofSeveralServices(letters, previews)
				.and(route("ticket", settings.ticketUrl(), "tickets", "presence", "attachments", "dashboard", "stream",
						"dead-letters/ticket-*"))
				.and(route("org", settings.orgUrl(), "me", "users", "companies", "projects", "tasks",
						"dead-letters/org-*"))
				.and(route("mail-ingest", settings.mailIngestUrl(), "intake", "dead-letters/mail-ingest-*"))
				// A dead letter of nobody: any service knows who may ask, and that there is none.
				.and(route("notification", settings.notificationUrl(), "notifications", "templates", "canned-replies",
						"dead-letters/*"))
				.and(RouterFunctions.route(RequestPredicates.path("/api/**"),
						_ -> problems.answer(GatewayProblem.NOT_FOUND)));
	}

	private RouterFunction<ServerResponse> ofSeveralServices(DeadLetters letters, ReplyPreviews previews) {
		return RouterFunctions.route()
				.GET(DeadLetters.PATH, request -> letters.list(request, TokenRelay.token(request)))
				.POST(DeadLetters.RESEND,
						request -> letters.resend(request, BodyLimit.body(request), TokenRelay.token(request)))
				.POST(ReplyPreviews.PATH,
						request -> previews.show(BodyLimit.body(request),
								request.servletRequest().getHeader(HttpHeaders.CONTENT_TYPE),
								TokenRelay.token(request)))
				.filter(this.bodyLimit)
				.filter(this.tokenRelay)
				.build();
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
