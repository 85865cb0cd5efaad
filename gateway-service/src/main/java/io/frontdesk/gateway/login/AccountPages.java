package io.frontdesk.gateway.login;

import java.net.URI;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import io.frontdesk.gateway.IdentitySettings;

/** Password and second factor are Keycloak's: the profile links here, and its pages link back. */
@Configuration
class AccountPages {

	private static final String PATH = "/auth/account";

	@Bean
	RouterFunction<ServerResponse> keycloaksAccountPages(IdentitySettings identity) {
		var page = URI.create(identity.accountPage() + "?referrer=" + KeycloakConfiguration.CLIENT);
		return RouterFunctions.route()
				.GET(PATH, _ -> ServerResponse.status(HttpStatus.SEE_OTHER).location(page).build())
				.build();
	}

}
