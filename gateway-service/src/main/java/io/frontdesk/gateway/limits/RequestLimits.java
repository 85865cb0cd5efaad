package io.frontdesk.gateway.limits;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

import io.frontdesk.gateway.problem.GatewayProblem;
import io.frontdesk.gateway.problem.Problems;
import io.frontdesk.http.container.ClientNetwork;

/**
 * Counts by person, so that a second browser or token gives nobody more, and by address where there is no person. Each
 * gateway counts for itself.
 */
@Component
public class RequestLimits {

	private static final String UPLOADS = "/api/v1/attachments";

	private static final String HEALTH = "/actuator/health";

	private final boolean enabled;

	private final Problems problems;

	private final Allowances callers;

	private final Allowances addresses;

	private final Allowances uploads;

	RequestLimits(LimitSettings settings, Problems problems, InstantSource clock) {
		var time = new Time(clock);
		this.enabled = settings.enabled();
		this.problems = problems;
		this.callers = new Allowances(settings.caller().perSecond(), settings.caller().burst(), time);
		this.addresses = new Allowances(settings.anonymous().perSecond(), settings.anonymous().burst(), time);
		this.uploads = new Allowances(settings.upload().perSecond(), settings.upload().burst(), time);
	}

	/** Asked where the caller is known. Has answered the request when it says no. */
	public boolean allow(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (!this.enabled || isHealth(request)) {
			return true;
		}
		switch (allowance(request)) {
			case Allowance.Granted granted -> {
				headers(response, granted.burst(), granted.left(), granted.refilled());
				return true;
			}
			case Allowance.UsedUp used -> {
				headers(response, used.burst(), 0, used.retryAfter());
				response.setHeader(HttpHeaders.RETRY_AFTER, seconds(used.retryAfter()));
				this.problems.write(request, response, GatewayProblem.TOO_MANY_REQUESTS);
				return false;
			}
		}
	}

	private Allowance allowance(HttpServletRequest request) {
		var who = caller();
		if (who == null) {
			return this.addresses.ask(address(request));
		}
		var allowance = this.callers.ask(who);
		return (allowance instanceof Allowance.Granted && isUpload(request)) ? this.uploads.ask(who) : allowance;
	}

	static boolean isHealth(HttpServletRequest request) {
		var path = request.getRequestURI();
		return path.equals(HEALTH) || path.startsWith(HEALTH + "/");
	}

	static String address(HttpServletRequest request) {
		return ClientNetwork.of(request.getRemoteAddr()).value();
	}

	static @Nullable String caller() {
		var authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null) ? authentication.getName() : null;
	}

	/** By the path as it is understood, which may be written in many ways. */
	private static boolean isUpload(HttpServletRequest request) {
		return request.getMethod().equals("POST") && request.getServletPath().equals(UPLOADS);
	}

	private static void headers(HttpServletResponse response, long burst, long left, Duration reset) {
		response.setHeader("RateLimit-Limit", Long.toString(burst));
		response.setHeader("RateLimit-Remaining", Long.toString(left));
		response.setHeader("RateLimit-Reset", seconds(reset));
	}

	/** Rounded up: who comes back then is let in. */
	private static String seconds(Duration duration) {
		return Long.toString(duration.plusSeconds(1).minusNanos(1).toSeconds());
	}

	private record Time(InstantSource clock) implements TimeMeter {

		@Override
		public long currentTimeNanos() {
			return TimeUnit.MILLISECONDS.toNanos(this.clock.millis());
		}

		@Override
		public boolean isWallClockBased() {
			return true;
		}

	}

}
