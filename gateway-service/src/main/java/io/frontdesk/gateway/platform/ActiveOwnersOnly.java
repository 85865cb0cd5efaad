package io.frontdesk.gateway.platform;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;

import io.frontdesk.gateway.login.DeactivatedOwners;

class ActiveOwnersOnly extends OncePerRequestFilter {

	private final DeactivatedOwners deactivated;

	ActiveOwnersOnly(DeactivatedOwners deactivated) {
		this.deactivated = deactivated;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		this.deactivated.logOut(request);
		chain.doFilter(request, response);
	}

}
