/** What client and staff wrote to each other about a ticket. */
@NullMarked
package io.frontdesk.ticket.conversation;

import org.jspecify.annotations.NullMarked;
