/** The dead letters of all services as one list. */
@NullMarked
package io.frontdesk.gateway.deadletters;

import org.jspecify.annotations.NullMarked;
