package io.frontdesk.org.platform;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

/** Takes JSON at its word. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

	@Bean
	JsonMapperBuilderCustomizer strictTypes() {
		return builder -> builder.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
				.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
				// tells "company": null, which takes it away, from no "company" at all
				.enable(DeserializationFeature.USE_NULL_FOR_MISSING_REFERENCE_VALUES)
				.withCoercionConfig(LogicalType.Textual,
						text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
								.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
								.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
	}

}
