/** Who is in front of the browser: code flow with Keycloak, tokens kept in the session, logout. */
@NullMarked
package io.frontdesk.gateway.login;

import org.jspecify.annotations.NullMarked;
