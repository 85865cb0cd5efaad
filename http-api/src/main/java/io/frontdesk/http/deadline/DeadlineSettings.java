package io.frontdesk.http.deadline;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param deadline how long a request may ask the database; the gateway waits for longer */
@Validated
@ConfigurationProperties("frontdesk.http")
record DeadlineSettings(@NotNull @DurationMin(seconds = 1) @DefaultValue("30s") Duration deadline) {}
