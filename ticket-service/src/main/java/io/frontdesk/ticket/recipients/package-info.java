/** Whom a reply goes to unless its writer chooses others. */
@NullMarked
package io.frontdesk.ticket.recipients;

import org.jspecify.annotations.NullMarked;
