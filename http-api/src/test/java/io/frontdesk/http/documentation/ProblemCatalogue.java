package io.frontdesk.http.documentation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.OpenAPI;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.http.HttpStatus;
import org.springframework.util.ClassUtils;

import io.frontdesk.http.problem.Problem;

/** Lists every problem of a service, from its enums. */
class ProblemCatalogue implements GlobalOpenApiCustomizer {

	static final String EXTENSION = "x-problems";

	private static final String SHARED = "io.frontdesk.http";

	private final BeanFactory beans;

	ProblemCatalogue(BeanFactory beans) {
		this.beans = beans;
	}

	@Override
	public void customise(OpenAPI document) {
		document.addExtension(EXTENSION, known().map(ProblemCatalogue::describe).toList());
	}

	/** By the end of its type. */
	Known named(String end) {
		return known().filter(problem -> problem.type().equals("/problems/" + end))
				.findFirst()
				.orElseThrow(() -> new IllegalStateException("There is no problem " + end));
	}

	private Stream<Known> known() {
		var scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AssignableTypeFilter(Problem.class));
		return Stream.concat(Stream.of(SHARED), AutoConfigurationPackages.get(this.beans).stream())
				.flatMap(where -> scanner.findCandidateComponents(where).stream())
				.map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()),
						getClass().getClassLoader()))
				.filter(type -> type.isEnum() && type.getEnclosingClass() == null)
				.flatMap(type -> Stream.of(type.getEnumConstants()))
				.map(constant -> (Problem) constant)
				.map(problem -> new Known(problem.type().toString(), problem.status(), problem.detail()))
				.sorted(Comparator.comparing(Known::type));
	}

	private static Map<String, Object> describe(Known problem) {
		var described = new LinkedHashMap<String, Object>();
		described.put("type", problem.type());
		described.put("status", problem.status().value());
		described.put("detail", problem.detail());
		return described;
	}

	record Known(String type, HttpStatus status, String detail) {}

}
