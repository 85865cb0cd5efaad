package io.frontdesk.http.listing;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
@EnableConfigurationProperties(CursorSettings.class)
public class ListingAutoConfiguration {

	@Bean
	Cursors cursors(CursorSettings settings) {
		return new Cursors(settings.key());
	}

}
