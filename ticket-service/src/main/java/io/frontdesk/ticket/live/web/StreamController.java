package io.frontdesk.ticket.live.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter.DataWithMediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import io.frontdesk.http.access.AnswersNeed;
import io.frontdesk.http.documentation.Says;
import io.frontdesk.identity.Caller;
import io.frontdesk.identity.Features;
import io.frontdesk.identity.RequiresFeatureOrClient;
import io.frontdesk.ticket.live.Line;
import io.frontdesk.ticket.live.Switchboard;

@RestController
@AnswersNeed(Features.TICKET_READ)
class StreamController {

	/** For a token that names no end. */
	private static final Duration LONGEST = Duration.ofMinutes(5);

	private static final long NO_TIMEOUT = 0;

	private final Switchboard switchboard;

	private final InstantSource clock;

	StreamController(Switchboard switchboard, InstantSource clock) {
		this.switchboard = switchboard;
		this.clock = clock;
	}

	@Says(id = "stream", summary = "Tells what changes of what the caller may see, as server-sent events", produces = "text/event-stream", problems = "too-many-at-once")
	@GetMapping(path = "/api/v1/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@RequiresFeatureOrClient(Features.TICKET_READ)
	ResponseEntity<SseEmitter> stream(
			@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
			@AuthenticationPrincipal Caller caller, Authentication authentication) {
		var emitter = new SseEmitter(NO_TIMEOUT);
		var connection = this.switchboard.connect(caller, end(authentication), lastEventId, new EmitterLine(emitter));
		emitter.onCompletion(connection::lost);
		emitter.onError(_ -> connection.lost());
		return ResponseEntity.ok()
				.cacheControl(CacheControl.noCache().noTransform())
				.header("X-Accel-Buffering", "no")
				.body(emitter);
	}

	private Instant end(Authentication authentication) {
		var expiry = (authentication.getCredentials() instanceof Jwt token) ? token.getExpiresAt() : null;
		return Objects.requireNonNullElseGet(expiry, () -> this.clock.instant().plus(LONGEST));
	}

	private record EmitterLine(ResponseBodyEmitter emitter) implements Line {

		private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

		@Override
		public void write(String text) throws IOException {
			this.emitter.send(Set.of(new DataWithMediaType(text, PLAIN)));
		}

		@Override
		public void hangUp() {
			this.emitter.complete();
		}

	}

}
