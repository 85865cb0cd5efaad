package io.frontdesk.notification.muting;

import java.time.Instant;

public record Mute(String address, String reason, Instant mutedAt, Instant until) {}
