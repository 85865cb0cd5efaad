package io.frontdesk.gateway.previews;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;

import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

import io.frontdesk.gateway.GatewaySettings;
import io.frontdesk.gateway.problem.GatewayProblem;
import io.frontdesk.gateway.problem.Problems;

/**
 * Shows the mail that a reply would be: ticket-service knows the ticket and who may write into it, and says what it would
 * tell; notification-service writes the mail of that. Services don't ask each other.
 */
@Component
public class ReplyPreviews {

	public static final String PATH = "/api/v1/notifications/preview";

	private static final Logger log = LoggerFactory.getLogger(ReplyPreviews.class);

	private final CloseableHttpClient http;

	private final URI ticketUrl;

	private final URI notificationUrl;

	private final Problems problems;

	ReplyPreviews(CloseableHttpClient http, GatewaySettings settings, Problems problems) {
		this.http = http;
		this.ticketUrl = settings.ticketUrl();
		this.notificationUrl = settings.notificationUrl();
		this.problems = problems;
	}

	/** @param type of the body; null if the caller names none */
	public ServerResponse show(byte[] body, @Nullable String type, String token) {
		try {
			var told = ask(this.ticketUrl,
					new ByteArrayEntity(body, (type != null) ? ContentType.parseLenient(type) : null),
					token);
			return ((told.status() == HttpStatus.OK.value())
					? ask(this.notificationUrl, new ByteArrayEntity(told.body(), ContentType.APPLICATION_JSON), token)
					: told)
					.passedOn();
		} catch (SocketTimeoutException _) {
			return this.problems.answer(GatewayProblem.SERVICE_TIMEOUT);
		} catch (IOException ex) {
			log.warn("There is no preview: {}", ex.toString());
			return this.problems.answer(GatewayProblem.SERVICE_UNAVAILABLE);
		}
	}

	private Answer ask(URI service, ByteArrayEntity question, String token) throws IOException {
		var post = new HttpPost(service.resolve(PATH));
		post.setEntity(question);
		post.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
		return this.http.execute(post, Answer::of);
	}

	private record Answer(int status, @Nullable String type, byte[] body) {

		static Answer of(ClassicHttpResponse response) throws IOException {
			var entity = response.getEntity();
			return new Answer(response.getCode(), (entity != null) ? entity.getContentType() : null,
					(entity != null) ? EntityUtils.toByteArray(entity) : new byte[0]);
		}

		ServerResponse passedOn() {
			var answer = ServerResponse.status(this.status);
			return (this.type != null)
					? answer.header(HttpHeaders.CONTENT_TYPE, this.type).body(this.body)
					: answer.build();
		}

	}

}
