package io.frontdesk.local.keycloak;

import java.nio.file.Path;
import java.util.Map;

/**
 * Keycloak's database, its first administrator, and the realm with the values for the placeholders in it.
 *
 * @param themes the folder of those that the realm names
 */
public record KeycloakSettings(String jdbcUrl, String username, String password, String adminPassword, Realm realm,
		Map<String, String> placeholders, Path themes) {}
