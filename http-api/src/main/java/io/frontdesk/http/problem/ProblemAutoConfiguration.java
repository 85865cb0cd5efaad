package io.frontdesk.http.problem;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;

@AutoConfiguration(before = {WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
public class ProblemAutoConfiguration implements WebMvcConfigurer {

	/** Parameters name enum values as JSON does: in lower case. */
	@Override
	public void addFormatters(FormatterRegistry registry) {
		ApplicationConversionService.addApplicationConverters(registry);
	}

	@Bean
	RequestProblems requestProblems() {
		return new RequestProblems();
	}

	@Bean
	Failures failures() {
		return new Failures();
	}

	/** A field that we don't know is a typing mistake of the caller's, who should hear of it; 1 is no status. */
	@Bean
	JsonMapperBuilderCustomizer strictRequests() {
		return builder -> builder.addModule(CleanText.module())
				.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
				.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS);
	}

}
