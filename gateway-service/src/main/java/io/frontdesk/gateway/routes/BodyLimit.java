package io.frontdesk.gateway.routes;

import java.io.IOException;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import io.frontdesk.gateway.GatewaySettings;
import io.frontdesk.gateway.problem.GatewayProblem;
import io.frontdesk.gateway.problem.Problems;

/**
 * Refuses what is too large before a service sees any of it. A body that does not tell its length is read first, a file
 * is counted while it passes.
 */
@Component
class BodyLimit implements HandlerFilterFunction<ServerResponse, ServerResponse> {

	/** Attribute of a request whose body was read here. */
	static final String BODY = BodyLimit.class.getName();

	/** Attribute of a request whose body must be counted: how many bytes it may have. */
	static final String AT_MOST = BODY + ".atMost";

	private static final String FILES = "/api/v1/attachments";

	private final int limit;

	private final long uploadLimit;

	private final Problems problems;

	BodyLimit(GatewaySettings settings, Problems problems) {
		this.limit = Math.toIntExact(settings.bodyLimit().toBytes());
		this.uploadLimit = settings.uploadLimit().toBytes();
		this.problems = problems;
	}

	/** Whole, of a request that this filter let pass. */
	static byte[] body(ServerRequest request) throws IOException {
		return (request.servletRequest().getAttribute(BODY) instanceof byte[] read)
				? read
				: request.servletRequest().getInputStream().readAllBytes();
	}

	@Override
	public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next) throws Exception {
		return (isFile(request) ? mayFit(request) : fits(request))
				? next.handle(request)
				: this.problems.answer(GatewayProblem.BODY_TOO_LARGE);
	}

	private boolean mayFit(ServerRequest request) {
		request.servletRequest().setAttribute(AT_MOST, this.uploadLimit);
		return request.headers().contentLength().orElse(0) <= this.uploadLimit;
	}

	private boolean fits(ServerRequest request) throws IOException {
		var length = request.headers().contentLength();
		var in = request.servletRequest().getInputStream();
		if (length.isPresent() || in.isFinished()) {
			return length.orElse(0) <= this.limit;
		}
		var body = in.readNBytes(this.limit + 1);
		request.servletRequest().setAttribute(BODY, body);
		return body.length <= this.limit;
	}

	private static boolean isFile(ServerRequest request) {
		return request.path().equals(FILES) || request.path().startsWith(FILES + "/");
	}

}
