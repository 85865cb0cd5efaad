package io.frontdesk.events;

import java.util.UUID;

/** A company, project or task as another thing refers to it. */
public record NamedId(UUID id, String name) {}
