/** Turns a token of Keycloak into a caller, and says who may call what. */
@NullMarked
package io.frontdesk.identity;

import org.jspecify.annotations.NullMarked;
