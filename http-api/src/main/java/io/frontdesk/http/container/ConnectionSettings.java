package io.frontdesk.http.container;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What Tomcat has no settings for: its timeouts are for the silence between two bytes. These are the gateway's; those of
 * the services, whose only client it is, are in http-api.yaml.
 *
 * @param patience how far somebody may fall behind the least rate, with a request's head, its body or an answer
 * @param leastPerSecond the rate below which somebody falls behind
 * @param perAddress how many connections one address may have open: an office fits; 0 for any number
 */
@Validated
@ConfigurationProperties("frontdesk.connections")
record ConnectionSettings(@DurationMin(millis = 1) @DefaultValue("20s") Duration patience,
		@DefaultValue("2KB") DataSize leastPerSecond, @Min(0) @DefaultValue("1000") int perAddress) {

	ConnectionSettings {
		if (leastPerSecond.toBytes() < 1) {
			throw new IllegalArgumentException("frontdesk.connections.least-per-second must be at least 1B");
		}
	}

	long nanosPerByte() {
		return Duration.ofSeconds(1).toNanos() / this.leastPerSecond.toBytes();
	}

}
