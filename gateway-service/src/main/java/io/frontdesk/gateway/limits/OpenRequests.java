package io.frontdesk.gateway.limits;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import io.frontdesk.gateway.problem.GatewayProblem;
import io.frontdesk.gateway.problem.Problems;

/** What is under way at once: each request holds a thread and two connections, and a stream does so for minutes. */
@Component
public class OpenRequests {

	private static final String STREAM = "/api/v1/stream";

	/** By then the gateway has noticed that a page is closed: a stream says something every 15 seconds. */
	private static final String RETRY_AFTER_SECONDS = "15";

	private final boolean enabled;

	private final Problems problems;

	private final Places callers;

	private final Places addresses;

	private final Places streams;

	private final Places streamsOfAddresses;

	OpenRequests(LimitSettings settings, Problems problems) {
		this.enabled = settings.enabled();
		this.problems = problems;
		this.callers = new Places(settings.open().caller());
		this.addresses = new Places(settings.open().anonymous());
		this.streams = new Places(settings.stream().caller());
		this.streamsOfAddresses = new Places(settings.stream().address());
	}

	/** Goes on where the caller is known, or says that there is no place. */
	public void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		var taken = new ArrayDeque<Place>();
		try {
			if (takeAll(places(request), taken)) {
				chain.doFilter(request, response);
			} else {
				response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
				this.problems.write(request, response, GatewayProblem.TOO_MANY_AT_ONCE);
			}
		} finally {
			taken.forEach(place -> place.of().giveBack(place.who()));
		}
	}

	private static boolean takeAll(List<Place> wanted, Deque<Place> taken) {
		for (var place : wanted) {
			if (!place.of().take(place.who())) {
				return false;
			}
			taken.push(place);
		}
		return true;
	}

	private List<Place> places(HttpServletRequest request) {
		if (!this.enabled || RequestLimits.isHealth(request)) {
			return List.of();
		}
		var who = RequestLimits.caller();
		if (who == null) {
			return List.of(new Place(this.addresses, RequestLimits.address(request)));
		}
		var places = new ArrayList<>(List.of(new Place(this.callers, who)));
		if (request.getServletPath().equals(STREAM)) {
			places.add(new Place(this.streams, who));
			places.add(new Place(this.streamsOfAddresses, RequestLimits.address(request)));
		}
		return places;
	}

	private record Place(Places of, String who) {}

}
