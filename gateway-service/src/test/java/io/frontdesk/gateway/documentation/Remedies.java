package io.frontdesk.gateway.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** What to do about a problem, of whichever service: answers carry the type, and this text once here. */
final class Remedies {

	private static final Properties ALL = read();

	private Remedies() {}

	static String of(String problemType) {
		return ALL.getProperty(problemType.substring(problemType.lastIndexOf('/') + 1), "");
	}

	private static Properties read() {
		try {
			return PropertiesLoaderUtils
					.loadProperties(
							new EncodedResource(new ClassPathResource("problems/remedies.properties"), "UTF-8"));
		} catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
