/** This service's copy of the directory. */
@NullMarked
package io.frontdesk.ticket.people;

import org.jspecify.annotations.NullMarked;
