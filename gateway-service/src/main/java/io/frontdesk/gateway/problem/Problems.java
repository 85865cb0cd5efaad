package io.frontdesk.gateway.problem;

import java.io.IOException;
import java.net.URI;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

import io.frontdesk.gateway.pages.MessagePage;
import io.frontdesk.gateway.pages.Navigation;

/** Says no: to a program as an RFC 9457 problem, to a person who opened a page as a page. */
@Component
public class Problems {

	private static final String RETRY_AFTER_SECONDS = "5";

	private final JsonMapper json;

	private final MessagePage page;

	Problems(JsonMapper json, MessagePage page) {
		this.json = json;
		this.page = page;
	}

	public void write(HttpServletRequest request, HttpServletResponse response, GatewayProblem problem)
			throws IOException {
		write(request, response, problem, request.getRequestURI());
	}

	void write(HttpServletRequest request, HttpServletResponse response, GatewayProblem problem, String path)
			throws IOException {
		response.setStatus(problem.status().value());
		if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
			response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
		}
		if (Navigation.wantsPage(request, path)) {
			this.page.write(response, problem.title(), problem.detail(), "/", "Start again");
		} else {
			response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
			this.json.writeValue(response.getOutputStream(), detail(problem, path));
		}
	}

	/** For a handler function, which may only return an answer, never write one. */
	public ServerResponse answer(GatewayProblem problem) {
		return ServerResponse.status(problem.status()).build((request, response) -> {
			write(request, response, problem);
			return null;
		});
	}

	private static ProblemDetail detail(GatewayProblem problem, String path) {
		var detail = ProblemDetail.forStatusAndDetail(problem.status(), problem.detail());
		detail.setType(problem.type());
		detail.setTitle(problem.title());
		detail.setInstance(URI.create(path));
		return detail;
	}

}
