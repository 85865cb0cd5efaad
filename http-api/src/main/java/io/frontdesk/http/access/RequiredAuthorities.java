package io.frontdesk.http.access;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AnnotationTemplateExpressionDefaults;
import org.springframework.security.core.annotation.SecurityAnnotationScanner;
import org.springframework.security.core.annotation.SecurityAnnotationScanners;
import org.springframework.web.method.HandlerMethod;

/** Reads from the code who may call an endpoint, and who is told what it answers. */
public class RequiredAuthorities {

	private static final Pattern ANY_OF = Pattern.compile("has(?:Any)?Authority\\(('[^']+'(?:, ?'[^']+')*+)\\)");

	private static final Pattern NAME = Pattern.compile("'([^']+)'");

	private final Map<Method, Optional<List<String>>> known = new ConcurrentHashMap<>();

	private final SecurityAnnotationScanner<PreAuthorize> annotations;

	public RequiredAuthorities(AnnotationTemplateExpressionDefaults templates) {
		this.annotations = SecurityAnnotationScanners.requireUnique(PreAuthorize.class, templates);
	}

	/** The feature that staff need besides to be told anything; nothing if everybody is told who may call. */
	public Optional<String> toBeAnswered(HandlerMethod endpoint) {
		return Optional.ofNullable(AnnotationUtils.findAnnotation(endpoint.getBeanType(), AnswersNeed.class))
				.map(AnswersNeed::value);
	}

	/** Authorities of which a caller needs one. Nothing for an endpoint that says nothing, or says it in another way than by a list. */
	public Optional<List<String>> of(HandlerMethod endpoint) {
		return this.known.computeIfAbsent(endpoint.getMethod(), method -> read(method, endpoint.getBeanType()));
	}

	private Optional<List<String>> read(Method method, Class<?> type) {
		var required = this.annotations.scan(method, type);
		return (required != null) ? anyOf(required.value()) : Optional.empty();
	}

	static Optional<List<String>> anyOf(String expression) {
		var matcher = ANY_OF.matcher(expression);
		return matcher.matches()
				? Optional.of(NAME.matcher(expression).results().map(name -> name.group(1)).toList())
				: Optional.empty();
	}

}
