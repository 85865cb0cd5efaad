package io.frontdesk.identity.documentation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.OpenAPI;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.ErrorResponseException;

/**
 * Lists every problem of a service, from its enums named …Problem whose constants make an exception(). One that has no such
 * method has no types of its own, but tells more about another's.
 */
class ProblemCatalogue implements GlobalOpenApiCustomizer {

	static final String EXTENSION = "x-problems";

	private static final String EXCEPTION = "exception";

	private static final String IDENTITY = "io.frontdesk.identity";

	private final BeanFactory beans;

	ProblemCatalogue(BeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public void customise(OpenAPI document) {
		document.addExtension(EXTENSION, problems());
	}

	private List<Map<String, Object>> problems() {
		var scanner = new ClassPathScanningCandidateComponentProvider(false) {
			@Override
			protected boolean isCandidateComponent(
					AnnotatedBeanDefinition type) {
				return true;
			}
		};
		scanner.addIncludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*Problem")));
		return Stream.concat(Stream.of(IDENTITY), AutoConfigurationPackages.get(this.beans).stream())
				.flatMap(where -> scanner.findCandidateComponents(where).stream())
				.map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()),
						getClass().getClassLoader()))
				.filter(type -> type.isEnum() && ReflectionUtils.findMethod(type, EXCEPTION) != null)
				.flatMap(type -> Stream.of(type.getEnumConstants()))
				.map(ProblemCatalogue::describe)
				.sorted(Comparator.comparing(problem -> String.valueOf(problem.get("type"))))
				.toList();
	}

	private static Map<String, Object> describe(Object constant) {
		var exception = Objects.requireNonNull(ReflectionUtils.findMethod(constant.getClass(), EXCEPTION));
		ReflectionUtils.makeAccessible(exception);
		if (!(ReflectionUtils.invokeMethod(exception, constant) instanceof ErrorResponseException made)) {
			throw new IllegalStateException("exception() of %s makes no problem".formatted(constant.getClass()));
		}
		var problem = new LinkedHashMap<String, Object>();
		problem.put("type", String.valueOf(made.getBody().getType()));
		problem.put("status", made.getStatusCode().value());
		problem.put("detail", String.valueOf(made.getBody().getDetail()));
		return problem;
	}

}
