package io.frontdesk.gateway.platform;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

import io.frontdesk.gateway.problem.GatewayProblem;
import io.frontdesk.gateway.problem.Problems;

/**
 * Refuses what the container or Spring would fail on: parameters that are no UTF-8, a Content-Type with a wildcard, and a
 * form, whose body Tomcat takes for parameters.
 */
class ReadableRequests extends OncePerRequestFilter {

	private static final String API = "/api/";

	private final Problems problems;

	ReadableRequests(Problems problems) {
		this.problems = problems;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!isTypeReadable(request)) {
			this.problems.write(request, response, GatewayProblem.UNSUPPORTED_MEDIA_TYPE);
			return;
		}
		try {
			chain.doFilter(request, response);
		} catch (InvalidParameterException ex) {
			this.problems.write(request, response, GatewayProblem.BAD_REQUEST);
		} catch (ServletException ex) {
			if (!(ex.getCause() instanceof InvalidParameterException)) {
				throw ex;
			}
			this.problems.write(request, response, GatewayProblem.BAD_REQUEST);
		}
	}

	private static boolean isTypeReadable(HttpServletRequest request) {
		var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
		return type == null || !type.contains("*") && !(request.getRequestURI().startsWith(API)
				&& type.strip().regionMatches(true, 0, MediaType.APPLICATION_FORM_URLENCODED_VALUE, 0,
						MediaType.APPLICATION_FORM_URLENCODED_VALUE.length()));
	}

}
