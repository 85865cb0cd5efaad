package io.frontdesk.http.deadline;

import java.io.IOException;
import java.time.InstantSource;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.filter.OncePerRequestFilter;

/** Around all else that happens to a request. */
class DeadlineFilter extends OncePerRequestFilter {

	private final DeadlineSettings settings;

	private final InstantSource clock;

	DeadlineFilter(DeadlineSettings settings, InstantSource clock) {
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			RequestDeadline.<Void, Exception>within(this.settings.deadline(), this.clock, () -> {
				chain.doFilter(request, response);
				return null;
			});
		} catch (ServletException | IOException | RuntimeException ex) {
			throw ex;
		} catch (Exception ex) {
			throw new ServletException(ex);
		}
	}

}
