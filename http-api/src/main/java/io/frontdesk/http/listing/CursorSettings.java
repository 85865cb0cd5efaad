package io.frontdesk.http.listing;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param key hex, of which keys for what we give out and take back are made */
@Validated
@ConfigurationProperties("frontdesk.http")
record CursorSettings(
		@NotNull(message = CursorSettings.WANTED) @Pattern(regexp = "(\\p{XDigit}{2}){32,}", message = CursorSettings.WANTED) String key) {

	static final String WANTED = "is missing or no key: set FRONTDESK_HTTP_KEY to 64 hex digits or more, the same for all services";

	@Override
	public String toString() {
		return "CursorSettings";
	}

}
