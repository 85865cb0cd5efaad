package io.frontdesk.gateway.platform;

import java.time.InstantSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ClockConfiguration {

	@Bean
	InstantSource clock() {
		return InstantSource.system();
	}

}
