package io.frontdesk.notification.muting;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param time for which an address is muted that a mail server does not know */
@ConfigurationProperties("frontdesk.muting")
record MutingSettings(@DefaultValue("60d") Duration time) {}
