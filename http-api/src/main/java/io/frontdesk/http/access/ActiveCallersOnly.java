package io.frontdesk.http.access;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

import io.frontdesk.identity.Caller;
import io.frontdesk.identity.standing.Registrar;

/**
 * Refuses whoever was deactivated, or has another address by now: their token is good for some minutes more, and is known
 * here already. An instance that could not yet read who that is lets nobody in.
 */
class ActiveCallersOnly extends OncePerRequestFilter {

	private final Registrar registrar;

	private final ProblemResponses problems;

	private final Duration patience;

	/** @param patience with an instance that has just started */
	ActiveCallersOnly(Registrar registrar, ProblemResponses problems, Duration patience) {
		this.registrar = registrar;
		this.patience = patience;
		this.problems = problems;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var authentication = SecurityContextHolder.getContext().getAuthentication();
		if (!(authentication != null && authentication.getPrincipal() instanceof Caller caller)) {
			chain.doFilter(request, response);
		} else if (!this.registrar.knowsEverybody(this.patience)) {
			this.problems.standingUnknown(request, response);
		} else if (this.registrar.isDeactivated(caller.person())) {
			this.problems.deactivated(request, response);
		} else if (this.registrar.hasGivenUpAddress(caller.person())) {
			this.problems.outdated(request, response);
		} else {
			chain.doFilter(request, response);
		}
	}

}
