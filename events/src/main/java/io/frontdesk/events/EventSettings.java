package io.frontdesk.events;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param retention for how long facts and dead letters are kept, unless a topic has a retention.ms of its own */
@Validated
@ConfigurationProperties("frontdesk.events")
public record EventSettings(@DurationMin(days = 1) @DefaultValue("90d") Duration retention) {

	/** Beyond the retention: a topic drops whole files only, so that an event can come again for some time. */
	private static final Duration LONGER = Duration.ofDays(30);

	/** For how long it is known what was handled. */
	public Duration memory() {
		return this.retention.plus(LONGER);
	}

}
