/** Tells open pages what changes, as it changes. */
@NullMarked
package io.frontdesk.ticket.live;

import org.jspecify.annotations.NullMarked;
