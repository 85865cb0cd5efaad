/** Turns a token of Keycloak into a caller, and has the annotations by which an endpoint says who may call it. */
@NullMarked
package io.frontdesk.identity;

import org.jspecify.annotations.NullMarked;
