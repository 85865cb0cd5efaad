package io.frontdesk.http.documentation;

import io.swagger.v3.core.jackson.ModelResolver;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.PropertySource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AnnotationTemplateExpressionDefaults;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

import io.frontdesk.identity.Caller;

import io.frontdesk.http.access.RequiredAuthorities;

/** Spring's view of a service's endpoints, and springdoc, which writes it down; nothing of it runs beside a test. */
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
@EnableConfigurationProperties
@ImportAutoConfiguration({SpringDocConfigProperties.class, SpringDocConfiguration.class,
		SpringDocWebMvcConfiguration.class})
@PropertySource("classpath:io/frontdesk/http/documentation/springdoc.properties")
class DocumentConfiguration {

	static {
		// Else the caller's fields would be parameters, as a query's are.
		SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, Authentication.class);
	}

	@Bean
	RequiredAuthorities requiredAuthorities() {
		return new RequiredAuthorities(new AnnotationTemplateExpressionDefaults());
	}

	@Bean
	WhoMayCall whoMayCall(RequiredAuthorities required) {
		return new WhoMayCall(required);
	}

	@Bean
	WhatItSays whatItSays() {
		return new WhatItSays();
	}

	@Bean
	ProblemCatalogue problemCatalogue(BeanFactory beans) {
		return new ProblemCatalogue(beans);
	}

	@Bean
	ApiDescription apiDescription(ProblemCatalogue problems) {
		return new ApiDescription(problems);
	}

	@Bean
	OptionalInRequests optionalInRequests() {
		return new OptionalInRequests();
	}

	@Bean
	Examples examples() {
		return new Examples();
	}

	@Bean
	EcmaPatterns ecmaPatterns() {
		return new EcmaPatterns();
	}

	@Bean
	@Lazy
	ModelResolver modelResolver(ObjectMapperProvider mappers) {
		return new NullMarkedModels(mappers.jsonMapper());
	}

}
