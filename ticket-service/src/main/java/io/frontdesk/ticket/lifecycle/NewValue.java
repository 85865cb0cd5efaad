package io.frontdesk.ticket.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * What a field that may be empty is to become. Where there is no {@code NewValue} at all, the field is left alone.
 *
 * @param value null to empty the field
 */
public record NewValue<T>(@Nullable T value) {}
