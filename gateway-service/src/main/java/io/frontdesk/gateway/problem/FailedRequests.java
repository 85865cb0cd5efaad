package io.frontdesk.gateway.problem;

import java.util.Objects;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** What nobody else answered: never a stack trace, never a page of the container. */
@Configuration
class FailedRequests implements ErrorController {

	@Bean
	RouterFunction<ServerResponse> failedRequest(Problems problems) {
		return RouterFunctions.route(RequestPredicates.path("/error"),
				_ -> ServerResponse.ok().build((request, response) -> {
					problems.write(request, response, problem(request), path(request));
					return null;
				}));
	}

	private static String path(HttpServletRequest request) {
		return Objects.toString(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), request.getRequestURI());
	}

	private static GatewayProblem problem(HttpServletRequest request) {
		var code = (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status)
				? status
				: HttpStatus.NOT_FOUND.value();
		return switch (HttpStatus.resolve(code)) {
			case UNAUTHORIZED -> GatewayProblem.UNAUTHENTICATED;
			case FORBIDDEN -> GatewayProblem.FORBIDDEN;
			case REQUEST_TIMEOUT -> GatewayProblem.REQUEST_TIMEOUT;
			case CONTENT_TOO_LARGE -> GatewayProblem.BODY_TOO_LARGE;
			case SERVICE_UNAVAILABLE -> GatewayProblem.SERVICE_UNAVAILABLE;
			case UNSUPPORTED_MEDIA_TYPE -> GatewayProblem.UNSUPPORTED_MEDIA_TYPE;
			case BAD_REQUEST -> GatewayProblem.BAD_REQUEST;
			case NOT_FOUND, METHOD_NOT_ALLOWED -> GatewayProblem.NOT_FOUND;
			case null, default -> GatewayProblem.UNEXPECTED;
		};
	}

}
