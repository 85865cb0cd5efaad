package io.frontdesk.http.documentation;

import io.swagger.v3.core.jackson.ModelResolver;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.PropertySource;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;

import io.frontdesk.identity.Caller;

import io.frontdesk.http.access.AccessAutoConfiguration;
import io.frontdesk.http.access.RequiredAuthorities;

/** The document is at /api/openapi, without a login: the gateway puts those of all services together. */
@AutoConfiguration(after = AccessAutoConfiguration.class, before = SpringDocConfiguration.class)
@PropertySource("classpath:io/frontdesk/http/documentation/springdoc.properties")
public class DocumentationAutoConfiguration {

	static {
		// Else the caller's fields would be parameters, as a query's are.
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, Authentication.class);
	}

	@Bean
	WhoMayCall whoMayCall(RequiredAuthorities required) {
		return new WhoMayCall(required);
	}

	@Bean
	ApiDescription apiDescription() {
		return new ApiDescription();
	}

	@Bean
	OptionalInRequests optionalInRequests() {
		return new OptionalInRequests();
	}

	@Bean
	ProblemCatalogue problemCatalogue(BeanFactory beans) {
		return new ProblemCatalogue(beans);
	}

	/** Springdoc brings a reader and writer of YAML, by which Spring would let everybody send and ask for it. */
	@Bean
	ServerHttpMessageConvertersCustomizer noYaml() {
		return converters -> converters.configureMessageConvertersList(
				all -> all.removeIf(
						converter -> converter.getSupportedMediaTypes().contains(MediaType.APPLICATION_YAML)));
	}

	@Bean
	@Lazy
	ModelResolver modelResolver(ObjectMapperProvider mappers) {
		return new NullMarkedModels(mappers.jsonMapper());
	}

}
