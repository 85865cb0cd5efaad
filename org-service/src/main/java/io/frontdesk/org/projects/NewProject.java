package io.frontdesk.org.projects;

import java.util.UUID;

public record NewProject(String name, String description, UUID company) {}
