package io.frontdesk.gateway.platform;

import java.io.IOException;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

import io.frontdesk.gateway.GatewaySettings;

/** Changes come from our own pages. Browsers say where a request comes from, and no page can make them lie. */
class OwnSiteOnly extends OncePerRequestFilter {

	private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

	private static final Set<String> OWN = Set.of("same-origin", "none");

	private final String origin;

	private final Refusals refusals;

	OwnSiteOnly(GatewaySettings settings, Refusals refusals) {
		this.origin = settings.origin();
		this.refusals = refusals;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (READS.contains(request.getMethod()) || isOwn(request)) {
			chain.doFilter(request, response);
		} else {
			this.refusals.crossSite(request, response);
		}
	}

	private boolean isOwn(HttpServletRequest request) {
		var site = request.getHeader("Sec-Fetch-Site");
		var origin = request.getHeader(HttpHeaders.ORIGIN);
		return (site != null) ? OWN.contains(site) : origin == null || origin.equals(this.origin);
	}

}
