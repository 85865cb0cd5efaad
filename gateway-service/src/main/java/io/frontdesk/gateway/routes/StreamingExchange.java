package io.frontdesk.gateway.routes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.SocketTimeoutException;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.routing.RoutingSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayServerResponse;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchange;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import io.frontdesk.gateway.problem.GatewayProblem;
import io.frontdesk.gateway.problem.Problems;

/**
 * Passes a request to a service and its answer back, neither of them ever whole in memory. Spring's own exchange limits the
 * whole answer by the read timeout, which cuts every event stream, and on the client's departure reads the rest of a
 * download to its end.
 */
@Component
class StreamingExchange implements ProxyExchange {

	private static final Logger log = LoggerFactory.getLogger(StreamingExchange.class);

	private final CloseableHttpClient services;

	private final EventPassage events;

	private final Problems problems;

	StreamingExchange(CloseableHttpClient services, EventPassage events, Problems problems) {
		this.services = services;
		this.events = events;
		this.problems = problems;
	}

	@Override
	public ServerResponse exchange(Request request) {
		var call = call(request);
		try {
			var answer = this.services.executeOpen(RoutingSupport.determineHost(call), call, null);
			return answer(request, call, answer);
		} catch (CountedBody.TooLargeException _) {
			return this.problems.answer(GatewayProblem.BODY_TOO_LARGE);
		} catch (ClientAbortException ex) {
			log.debug("{} was not sent to its end", call, ex);
			return this.problems.answer(GatewayProblem.REQUEST_TIMEOUT);
		} catch (ConnectTimeoutException ex) {
			return away(call, ex);
		} catch (SocketTimeoutException ex) {
			log.warn("{} took too long", call);
			return this.problems.answer(GatewayProblem.SERVICE_TIMEOUT);
		} catch (IOException | HttpException ex) {
			return away(call, ex);
		}
	}

	private ServerResponse away(HttpUriRequestBase call, Exception ex) {
		log.warn("{} got no answer: {}", call, ex.toString());
		return this.problems.answer(GatewayProblem.SERVICE_UNAVAILABLE);
	}

	private static HttpUriRequestBase call(Request request) {
		var call = new HttpUriRequestBase(request.getMethod().name(), Objects.requireNonNull(request.getUri()));
		request.getHeaders().forEach((name, values) -> values.forEach(value -> call.addHeader(name, value)));
		// The client library derives it from the body, and refuses to be told.
		call.removeHeaders(HttpHeaders.CONTENT_LENGTH);
		try {
			addBody(call, request.getServerRequest());
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return call;
	}

	private static void addBody(HttpUriRequestBase call, ServerRequest request) throws IOException {
		var servletRequest = request.servletRequest();
		if (servletRequest.getAttribute(BodyLimit.BODY) instanceof byte[] body) {
			call.setEntity(new ByteArrayEntity(body, null));
		} else if (!servletRequest.getInputStream().isFinished()) {
			call.setEntity(new InputStreamEntity(counted(servletRequest), servletRequest.getContentLengthLong(), null));
		}
	}

	private static InputStream counted(HttpServletRequest request) throws IOException {
		return (request.getAttribute(BodyLimit.AT_MOST) instanceof Long atMost)
				? new CountedBody(request.getInputStream(), atMost)
				: request.getInputStream();
	}

	private ServerResponse answer(Request request, HttpUriRequestBase call, ClassicHttpResponse answer) {
		var response = GatewayServerResponse.status(answer.getCode()).build((from, to) -> {
			pass(call, answer, from, to);
			return null;
		});
		request.getResponseConsumers().forEach(consumer -> consumer.accept(new Answer(answer), response));
		return response;
	}

	private void pass(HttpUriRequestBase call, ClassicHttpResponse answer, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		var entity = answer.getEntity();
		try {
			if (entity != null && isEventStream(response.getContentType())) {
				this.events.pass(entity.getContent(), request, response);
				hangUp(call, answer);
				return;
			}
			if (entity != null) {
				StreamUtils.copy(entity.getContent(), response.getOutputStream());
			}
		} catch (IOException | DataAccessException ex) {
			hangUp(call, answer);
			throw ex;
		}
		answer.close();
	}

	/** Closing alone would first read the rest of the answer. */
	private static void hangUp(HttpUriRequestBase call, ClassicHttpResponse answer) {
		call.cancel();
		closeQuietly(answer);
	}

	private static void closeQuietly(ClassicHttpResponse answer) {
		try {
			answer.close();
		} catch (IOException ex) {
			log.debug("A connection that was cut off complained", ex);
		}
	}

	private static boolean isEventStream(@Nullable String contentType) {
		return contentType != null && contentType.startsWith(MediaType.TEXT_EVENT_STREAM_VALUE);
	}

	private record Answer(ClassicHttpResponse answer) implements Response {

		@Override
		public HttpStatusCode getStatusCode() {
			return HttpStatusCode.valueOf(this.answer.getCode());
		}

		@Override
		public HttpHeaders getHeaders() {
			var headers = new HttpHeaders();
			for (var header : this.answer.getHeaders()) {
				headers.add(header.getName(), header.getValue());
			}
			return headers;
		}

	}

}
