package io.frontdesk.gateway.platform;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;

import io.frontdesk.gateway.limits.OpenRequests;
import io.frontdesk.gateway.limits.RequestLimits;

class LimitedRequests extends OncePerRequestFilter {

	private final RequestLimits limits;

	private final OpenRequests open;

	LimitedRequests(RequestLimits limits, OpenRequests open) {
		this.limits = limits;
		this.open = open;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (this.limits.allow(request, response)) {
			this.open.pass(request, response, chain);
		}
	}

}
