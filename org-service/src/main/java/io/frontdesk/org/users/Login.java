package io.frontdesk.org.users;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.frontdesk.events.Person;
import io.frontdesk.identity.Role;

/**
 * Somebody logged in, as Keycloak has them.
 *
 * @param loginId Keycloak's id of the login
 * @param at when Keycloak said so
 */
public record Login(Person person, Role role, List<String> features, String loginId, @Nullable Instant at) {}
