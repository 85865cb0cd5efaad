package io.frontdesk.http.documentation;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;

import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.MergedAnnotations;

import io.frontdesk.http.problem.PlainLine;

/** What a request's value must be beyond what swagger-core reads of it; the document is never stricter than the server. */
final class Constraints {

	private static final String SOMETHING_TO_SEE = "[\\s\\S]*[^\\x00-\\x20][\\s\\S]*";

	/** What ECMA 262 can say of it: it has no characters that are joined, and none by their looks. */
	private static final String PLAIN_LINE = "(?:\\P{Cc}*[^\\s\\p{Cc}]\\P{Cc}*)?";

	private Constraints() {}

	static void add(@Nullable Schema<?> schema, AnnotatedType type) {
		if (schema == null) {
			return;
		}
		if (schema.getTypes() != null && schema.getTypes().contains("string")) {
			ofText(schema, type);
		} else if (schema.getItems() != null) {
			if (isThere(NotEmpty.class, type)) {
				schema.setMinItems(Math.max(1, (schema.getMinItems() != null) ? schema.getMinItems() : 0));
			}
			if (type instanceof AnnotatedParameterizedType list) {
				add(schema.getItems(), list.getAnnotatedActualTypeArguments()[0]);
			}
		}
	}

	private static void ofText(Schema<?> schema, AnnotatedElement element) {
		var isBlankRefused = isThere(NotBlank.class, element);
		if (isBlankRefused || isThere(NotEmpty.class, element)) {
			schema.setMinLength(Math.max(1, (schema.getMinLength() != null) ? schema.getMinLength() : 0));
		}
		if (schema.getPattern() == null && isThere(PlainLine.class, element)) {
			schema.setPattern(PLAIN_LINE);
		} else if (schema.getPattern() == null && isBlankRefused && schema.getEnum() == null) {
			schema.setPattern(SOMETHING_TO_SEE);
		}
	}

	private static boolean isThere(Class<? extends Annotation> constraint,
			AnnotatedElement element) {
		return MergedAnnotations.from(element).isPresent(constraint);
	}

}
