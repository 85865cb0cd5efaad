package io.frontdesk.gateway.platform;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;

import io.frontdesk.gateway.limits.RequestLimits;

class LimitedRequests extends OncePerRequestFilter {

	private final RequestLimits limits;

	LimitedRequests(RequestLimits limits) {
		this.limits = limits;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (this.limits.allow(request, response)) {
			chain.doFilter(request, response);
		}
	}

}
