package io.frontdesk.http.documentation;

import java.util.function.Supplier;
import java.util.stream.Stream;

import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.mock.web.MockServletContext;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a service's code says of its API. Its controllers are there to be looked at: nothing that they need is. */
final class ServiceDocument {

	private static final SpringObjenesis WITHOUT_CONSTRUCTOR = new SpringObjenesis();

	private ServiceDocument() {}

	static ObjectNode of(String itsPackage) {
		try (var context = new AnnotationConfigWebApplicationContext()) {
			context.setServletContext(new MockServletContext());
			context.register(DocumentConfiguration.class);
			context.addBeanFactoryPostProcessor(beans -> {
				var registry = (BeanDefinitionRegistry) beans;
				AutoConfigurationPackages.register(registry, itsPackage);
				controllers("io.frontdesk.http", itsPackage).forEach(type -> register(type, registry));
			});
			context.refresh();
			var answer = MockMvcTester.from(context).get().uri("/api/openapi").exchange();
			return (ObjectNode) JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
		}
	}

	private static Stream<? extends Class<?>> controllers(String... packages) {
		var scanner = new ClassPathScanningCandidateComponentProvider(false);
		scanner.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
		return Stream.of(packages)
				.flatMap(where -> scanner.findCandidateComponents(where).stream())
				.map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
				// A test's own is in the test.
				.filter(type -> type.getEnclosingClass() == null);
	}

	private static <T> void register(Class<T> type, BeanDefinitionRegistry registry) {
		Supplier<T> bare = () -> WITHOUT_CONSTRUCTOR.newInstance(type);
		registry.registerBeanDefinition(type.getName(), new RootBeanDefinition(type, bare));
	}

}
