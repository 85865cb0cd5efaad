package io.frontdesk.gateway.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriUtils;

import io.frontdesk.gateway.pages.MessagePage;

/** What a person reads when a login can't start or did not succeed. */
@Configuration
class LoginPages {

	private final MessagePage page;

	LoginPages(MessagePage page) {
		this.page = page;
	}

	/** Reached only when {@link LoginEntry} did not lead away to Keycloak. */
	@Bean
	RouterFunction<ServerResponse> loginWithoutKeycloak() {
		return RouterFunctions.route(RequestPredicates.path(LoginEntry.PATH),
				_ -> ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE).build((request, response) -> {
					keycloakIsAway(response, ReturnPath.of(request.getParameter("continue")));
					return null;
				}));
	}

	void keycloakIsAway(HttpServletResponse response, ReturnPath path) throws IOException {
		response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
		response.setHeader(HttpHeaders.RETRY_AFTER, "30");
		this.page.write(response, "The login server does not answer",
				"Nobody can log in for the moment. Wait a minute and try again; if it stays away, tell your administrator.",
				href(path), "Try again");
	}

	void loginFailed(HttpServletResponse response, ReturnPath path) throws IOException {
		response.setStatus(HttpStatus.BAD_REQUEST.value());
		this.page.write(response, "The login was not completed",
				"It took too long, was cancelled, or this page was opened from a bookmark. Log in again; if it fails twice, "
						+ "tell your administrator.",
				href(path), "Log in again");
	}

	void loggedOutHereOnly(HttpServletResponse response) throws IOException {
		response.setStatus(HttpStatus.OK.value());
		this.page.write(response, "You are logged out of Frontdesk",
				"The login server does not answer. It is told as soon as it does; until then it may still know you: on a "
						+ "shared computer, close the browser.",
				"/",
				"Log in");
	}

	static String href(ReturnPath path) {
		return LoginEntry.PATH + "?continue=" + UriUtils.encode(path.value(), UTF_8);
	}

}
