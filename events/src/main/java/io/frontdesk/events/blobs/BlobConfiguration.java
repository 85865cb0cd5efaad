package io.frontdesk.events.blobs;

import java.nio.file.Path;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** For the services that are given a directory, the same for all. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("frontdesk.blobs.directory")
@EnableConfigurationProperties(BlobConfiguration.BlobSettings.class)
public class BlobConfiguration {

	@Bean
	Blobs blobs(BlobSettings settings) {
		return new Blobs(settings.directory());
	}

	@ConfigurationProperties("frontdesk.blobs")
	record BlobSettings(Path directory) {}

}
