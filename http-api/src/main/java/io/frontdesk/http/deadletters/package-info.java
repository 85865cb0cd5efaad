/** The dead letters of a service, for a super admin; the gateway puts those of all services together. */
@NullMarked
package io.frontdesk.http.deadletters;

import org.jspecify.annotations.NullMarked;
