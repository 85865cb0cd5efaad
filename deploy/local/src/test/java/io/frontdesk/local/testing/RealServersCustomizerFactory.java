package io.frontdesk.local.testing;

import java.util.EnumSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Found by Spring's tests through META-INF/spring.factories. */
class RealServersCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public @Nullable ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> attributes) {
		RealServers wanted = TestContextAnnotationUtils.findMergedAnnotation(testClass, RealServers.class);
		return (wanted == null) ? null : new RealServersCustomizer(EnumSet.copyOf(List.of(wanted.value())));
	}

}
