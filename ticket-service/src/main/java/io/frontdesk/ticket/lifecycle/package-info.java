/** A ticket from the moment it is raised until it is closed, and how it changes. */
@NullMarked
package io.frontdesk.ticket.lifecycle;

import org.jspecify.annotations.NullMarked;
