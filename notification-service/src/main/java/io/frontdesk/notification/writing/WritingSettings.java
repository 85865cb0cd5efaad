package io.frontdesk.notification.writing;

import java.net.URI;
import java.util.Comparator;
import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param locale of mails to recipients of whom nothing else is known
 * @param locales by the end of the recipient's domain, as "de" or "example.ch"
 * @param web where the web UI is, for links in mails to staff
 */
@Validated
@ConfigurationProperties("frontdesk.writing")
record WritingSettings(@NotBlank @DefaultValue("en") String locale, @DefaultValue Map<String, String> locales,
		@DefaultValue("http://localhost:8080") URI web) {

	String localeOf(String address) {
		var domain = "." + address.substring(address.lastIndexOf('@') + 1);
		return this.locales.entrySet()
				.stream()
				.filter(entry -> domain.endsWith("." + entry.getKey()))
				.max(Comparator.comparingInt(entry -> entry.getKey().length()))
				.map(Map.Entry::getValue)
				.orElse(this.locale);
	}

}
