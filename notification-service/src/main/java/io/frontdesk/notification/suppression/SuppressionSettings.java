package io.frontdesk.notification.suppression;

import java.util.Map;

import jakarta.validation.Valid;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param limits of automatic mail, where they differ from the {@link Scope}'s */
@Validated
@ConfigurationProperties("frontdesk.suppression")
record SuppressionSettings(@DefaultValue Map<Scope, @Valid Limit> limits) {

	Limit limit(Scope scope) {
		return this.limits.getOrDefault(scope, scope.usual());
	}

}
