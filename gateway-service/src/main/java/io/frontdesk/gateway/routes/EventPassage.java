package io.frontdesk.gateway.routes;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;

/**
 * Passes events on, each as it comes, until the service ends them or the session that they are for is over. A service sees
 * the token, which is good for minutes after a logout.
 */
@Component
class EventPassage {

	/** A quiet stream says something every 15 seconds, so that none outlives its session by more than both together. */
	private static final Duration CHECKED_EVERY = Duration.ofSeconds(10);

	private static final int BUFFER = 8192;

	private final SessionRepository<?> sessions;

	private final InstantSource clock;

	EventPassage(SessionRepository<?> sessions, InstantSource clock) {
		this.sessions = sessions;
		this.clock = clock;
	}

	void pass(InputStream events, HttpServletRequest request, HttpServletResponse response) throws IOException {
		var session = id(request.getSession(false));
		var out = response.getOutputStream();
		response.flushBuffer();
		var checked = this.clock.instant();
		var buffer = new byte[BUFFER];
		for (var read = events.read(buffer); read != -1; read = events.read(buffer)) {
			var now = this.clock.instant();
			if (session != null && !now.isBefore(checked.plus(CHECKED_EVERY))) {
				if (this.sessions.findById(session) == null) {
					return;
				}
				checked = now;
			}
			out.write(buffer, 0, read);
			out.flush();
		}
	}

	/** None for whoever comes with a token of their own. */
	private static @Nullable String id(@Nullable HttpSession session) {
		return (session != null) ? session.getId() : null;
	}

}
