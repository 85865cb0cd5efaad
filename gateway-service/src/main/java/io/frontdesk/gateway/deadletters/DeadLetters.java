package io.frontdesk.gateway.deadletters;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.frontdesk.gateway.deadletters.AllServices.Answer;
import io.frontdesk.gateway.problem.GatewayProblem;
import io.frontdesk.gateway.problem.Problems;
import io.frontdesk.http.listing.Cursors;

/** Asks each service for its dead letters. One that is away is named in the answer; the others' are still there. */
@Component
public class DeadLetters {

	public static final String PATH = "/api/v1/dead-letters";

	public static final String RESEND = PATH + "/resend";

	private static final List<String> PARAMETERS = List.of("topic", "reason", "cursor", "limit");

	private static final int USUAL_LIMIT = 50;

	/** A service sends letters again for 20 seconds at most, and then ends the one that it is at. */
	private static final RequestConfig PATIENCE = RequestConfig.custom()
			.setResponseTimeout(Timeout.ofSeconds(60))
			.build();

	private final AllServices services;

	private final MergedLetters merged;

	private final JsonMapper json;

	private final Problems problems;

	private final JwtDecoder tokens;

	DeadLetters(AllServices services, JsonMapper json, Problems problems, Cursors cursors, JwtDecoder tokens) {
		this.services = services;
		this.merged = new MergedLetters(json, cursors);
		this.json = json;
		this.problems = problems;
		this.tokens = tokens;
	}

	public ServerResponse list(ServerRequest request, String token) {
		var query = PARAMETERS.stream()
				.flatMap(name -> request.param(name)
						.map(value -> name + "=" + UriUtils.encode(value, StandardCharsets.UTF_8))
						.stream())
				.collect(Collectors.joining("&"));
		return answer(this.services.ask(service -> by(token, new HttpGet(service.resolve(PATH + "?" + query)))),
				(lists, away) -> this.merged.page(lists, away, limit(request),
						String.valueOf(this.tokens.decode(token).getSubject())));
	}

	public ServerResponse resend(ServerRequest request, byte[] body, String token) {
		var type = request.headers().firstHeader(HttpHeaders.CONTENT_TYPE);
		return answer(this.services.ask(service -> by(token, post(service, body, type))), this.merged::count);
	}

	private ServerResponse answer(List<Answer> answers, BiFunction<List<JsonNode>, List<String>, ObjectNode> merge) {
		var refused = of(answers, Answer.Refused.class).findFirst();
		if (refused.isPresent()) {
			return ServerResponse.status(refused.get().status())
					.contentType(MediaType.APPLICATION_PROBLEM_JSON)
					.body(refused.get().problem());
		}
		var said = of(answers, Answer.Said.class).map(answer -> this.json.readTree(answer.json())).toList();
		return said.isEmpty()
				? this.problems.answer(GatewayProblem.SERVICE_UNAVAILABLE)
				: ServerResponse.ok()
						.contentType(MediaType.APPLICATION_JSON)
						.body(this.json.writeValueAsBytes(
								merge.apply(said, of(answers, Answer.Away.class).map(Answer.Away::service).toList())));
	}

	private static <T extends Answer> Stream<T> of(List<Answer> answers, Class<T> kind) {
		return answers.stream().filter(kind::isInstance).map(kind::cast);
	}

	private static HttpPost post(URI service, byte[] body, @Nullable String type) {
		var post = new HttpPost(service.resolve(RESEND));
		post.setEntity(new ByteArrayEntity(body, (type != null) ? ContentType.parseLenient(type) : null));
		return post;
	}

	private static HttpUriRequestBase by(String token, HttpUriRequestBase request) {
		request.setConfig(PATIENCE);
		request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token);
		return request;
	}

	/** One that is no number each service refuses. */
	private static int limit(ServerRequest request) {
		return request.param("limit").filter(limit -> limit.matches("\\d{1,3}")).map(Integer::valueOf)
				.orElse(USUAL_LIMIT);
	}

}
