package io.frontdesk.org.tasks;

import java.util.UUID;

public record NewTask(String name, String description, UUID project) {}
