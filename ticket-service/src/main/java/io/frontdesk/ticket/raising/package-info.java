/** How a ticket is raised by a person: in the portal, for a client, or by a program. */
@NullMarked
package io.frontdesk.ticket.raising;

import org.jspecify.annotations.NullMarked;
