package io.frontdesk.gateway.pages;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The built web UI. Its pages are addresses of one document, its assets carry a hash in their names. Not below static/,
 * where Spring Boot would find a start page of its own.
 */
@Configuration
public class WebUi implements WebMvcConfigurer {

	/** Files that need no login, and no session to look one up. */
	public static final List<String> PUBLIC_FILES = List.of("/assets/**", "/*.svg", "/*.css", "/*.js", "/*.png",
			"/*.ico", "/*.txt", "/*.webmanifest");

	private static final String BUILT = "classpath:/ui/";

	private static final Pattern PAGE = Pattern.compile("/(?!(?:api|auth|actuator|error|assets)(?:/|$))[^.]*");

	private final MessagePage page;

	WebUi(MessagePage page) {
		this.page = page;
	}

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler("/assets/**")
				.addResourceLocations(BUILT + "assets/")
				.setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
		registry.addResourceHandler(PUBLIC_FILES.stream().skip(1).toArray(String[]::new))
				.addResourceLocations(BUILT)
				.setCacheControl(CacheControl.noCache());
	}

	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	RouterFunction<ServerResponse> webUiPages() {
		return RouterFunctions.route()
				.GET("/auth/logged-out",
						_ -> document("logged-out.html", "You are logged out",
								"Nothing of your session is left in this browser.", "Log in"))
				.route(WebUi::isPage,
						_ -> document("index.html", "The web UI is not in this build",
								"Build the gateway without -Dskip.ui. The API answers as usual.", "Try again"))
				.build();
	}

	private static boolean isPage(ServerRequest request) {
		return request.method() == HttpMethod.GET && PAGE.matcher(request.path()).matches();
	}

	private ServerResponse document(String file, String title, String text, String action) {
		var built = new ClassPathResource("ui/" + file);
		if (built.exists()) {
			return ServerResponse.ok().contentType(MediaType.TEXT_HTML).body(built);
		}
		return ServerResponse.status(HttpStatus.OK).build((_, response) -> {
			this.page.write(response, title, text, "/", action);
			return null;
		});
	}

}
