package io.frontdesk.gateway.documentation;

import java.time.Duration;
import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Open to all, as the code is; what the page tries needs a login as ever. */
@Configuration
public class ApiPages {

	public static final String DOCUMENT = "/api/openapi";

	private static final String PAGE = "/api/docs";

	private static final String PROBLEM = "/problems/{type}";

	/** Files that need no login, and no session to look one up. */
	public static final List<String> PUBLIC_FILES = List.of(PAGE, PAGE + "/*", PROBLEM);

	/** Before the routes, which have an answer for all of /api. */
	@Bean
	@Order(-1)
	RouterFunction<ServerResponse> documentation(ApiDocument document, ProblemPage problem) {
		return RouterFunctions.route()
				.GET(DOCUMENT, _ -> ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(document.json()))
				.GET(PAGE, _ -> ServerResponse.ok()
						.contentType(MediaType.TEXT_HTML)
						.cacheControl(CacheControl.noCache())
						.body(new ClassPathResource("docs/index.html")))
				.GET(PROBLEM, request -> problem.of(request.path()))
				.resources(PAGE + "/*", new ClassPathResource("docs/"),
						(_, headers) -> headers.setCacheControl(CacheControl.maxAge(Duration.ofHours(1))))
				.build();
	}

}
