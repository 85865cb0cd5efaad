package io.frontdesk.org.users;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** @param login whether the user gets a login, and an invitation to it */
public record NewUser(String email, String firstName, String lastName, boolean staff, @Nullable UUID company,
		boolean login) {}
