package io.frontdesk.http.access;

import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.json.JsonMapper;

import io.frontdesk.identity.Caller;

/** Answers those who may do something and may not see what they do it to: see {@link AnswersNeed}. */
@RestControllerAdvice
class BlindAnswers implements ResponseBodyAdvice<Object> {

	/** Of a problem, what is wrong with the request itself. */
	private static final String ERRORS = "errors";

	private static final String ID = "id";

	private final RequiredAuthorities required;

	private final JsonMapper json;

	BlindAnswers(RequiredAuthorities required, JsonMapper json) {
		this.required = required;
		this.json = json;
	}

	@Override
	public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
		return true;
	}

	@Override
	public @Nullable Object beforeBodyWrite(@Nullable Object body, MethodParameter returnType, MediaType type,
			Class<? extends HttpMessageConverter<?>> converterType, ServerHttpRequest request,
			ServerHttpResponse response) {
		if (body == null || mayBeTold(((ServletServerHttpRequest) request).getServletRequest())) {
			return body;
		}
		if (body instanceof ProblemDetail problem) {
			return withoutFacts(problem);
		}
		response.getHeaders().remove(HttpHeaders.ETAG);
		var status = ((ServletServerHttpResponse) response).getServletResponse().getStatus();
		if (status == HttpStatus.CREATED.value()) {
			return Map.of(ID, this.json.valueToTree(body).path(ID));
		}
		response.setStatusCode(HttpStatus.NO_CONTENT);
		return null;
	}

	private boolean mayBeTold(HttpServletRequest request) {
		var authentication = SecurityContextHolder.getContext().getAuthentication();
		return !(authentication != null && authentication.getPrincipal() instanceof Caller caller && caller.isStaff()
				&& request.getAttribute(
						HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod endpoint)
				|| this.required.toBeAnswered(endpoint).filter(feature -> !caller.features().contains(feature))
						.isEmpty();
	}

	private static ProblemDetail withoutFacts(ProblemDetail problem) {
		var properties = problem.getProperties();
		var errors = (properties != null) ? properties.get(ERRORS) : null;
		problem.setProperties((errors != null) ? Map.of(ERRORS, errors) : Map.of());
		return problem;
	}

}
